import { useSyncExternalStore } from 'react';

export type SendKey = 'enter' | 'ctrl-enter';

const storageKey = 'rozmova.sendKey';
const listeners = new Set<() => void>();

const current = (): SendKey => (localStorage.getItem(storageKey) === 'ctrl-enter' ? 'ctrl-enter' : 'enter');

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Which key sends, as this person chose it in this browser. */
export function useSendKey(): [SendKey, (key: SendKey) => void] {
  const choose = (key: SendKey) => {
    localStorage.setItem(storageKey, key);
    listeners.forEach((notify) => notify());
  };
  return [useSyncExternalStore(subscribe, current), choose];
}

export const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);
