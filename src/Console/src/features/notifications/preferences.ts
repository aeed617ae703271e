import { useSyncExternalStore } from 'react';

/** When and how one person wants to be told, on this device. Times are `HH:MM` by the clock here. */
export type NotificationPreferences = {
  desktop: boolean;
  sound: boolean;
  unassigned: boolean;
  quiet: boolean;
  quietFrom: string;
  quietUntil: string;
  /** Nothing before this moment; 0 is not muted. */
  mutedUntil: number;
};

export const defaultPreferences: NotificationPreferences = {
  desktop: false,
  sound: true,
  unassigned: true,
  quiet: false,
  quietFrom: '22:00',
  quietUntil: '08:00',
  mutedUntil: 0,
};

const storageKey = 'rozmova.notifications';
const listeners = new Set<() => void>();
let current = read();

function read(): NotificationPreferences {
  try {
    return { ...defaultPreferences, ...(JSON.parse(globalThis.localStorage?.getItem(storageKey) ?? '{}') as object) };
  } catch {
    return defaultPreferences; // written by somebody else: it is only a wish
  }
}

export const notificationPreferences = (): NotificationPreferences => current;

export function changePreferences(changes: Partial<NotificationPreferences>) {
  current = { ...current, ...changes };
  localStorage.setItem(storageKey, JSON.stringify(current));
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePreferences = (): NotificationPreferences => useSyncExternalStore(subscribe, notificationPreferences);
