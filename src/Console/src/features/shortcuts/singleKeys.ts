import { useSyncExternalStore } from 'react';

const storageKey = 'rozmova.singleKeys';
const listeners = new Set<() => void>();

/** Keys pressed alone can be in the way of speech input and of tired hands, so they can be switched off (WCAG 2.1.4). */
export const areSingleKeysOn = () => localStorage.getItem(storageKey) !== 'off';

export function switchSingleKeys(on: boolean) {
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, areSingleKeysOn);
