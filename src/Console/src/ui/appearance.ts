import { useSyncExternalStore } from 'react';

/** `auto` follows the system's wish for more contrast. */
export type Contrast = 'auto' | 'more';

export type Density = 'comfortable' | 'compact';

export type Appearance = { contrast: Contrast; density: Density };

const storageKey = 'rozmova.appearance';
const systemWish = '(prefers-contrast: more)';
const listeners = new Set<() => void>();

let current: Appearance = { contrast: 'auto', density: 'comfortable' };

/** What was chosen in this browser; what makes no sense is left out. */
export function readAppearance(stored: string | null): Appearance {
  const [contrast, density] = (stored ?? '').split(' ');
  return { contrast: contrast === 'more' ? 'more' : 'auto', density: density === 'compact' ? 'compact' : 'comfortable' };
}

function mark() {
  const { contrast, density } = current;
  const isStrong = contrast === 'more' || window.matchMedia(systemWish).matches;
  document.documentElement.dataset.contrast = isStrong ? 'more' : 'normal';
  document.documentElement.dataset.density = density;
}

/** Before the first paint, so that nothing changes its size or colour afterwards. */
export function startAppearance() {
  current = readAppearance(localStorage.getItem(storageKey));
  window.matchMedia(systemWish).addEventListener('change', mark);
  mark();
}

export function chooseAppearance(changes: Partial<Appearance>) {
  current = { ...current, ...changes };
  localStorage.setItem(storageKey, `${current.contrast} ${current.density}`);
  mark();
  listeners.forEach((notify) => notify());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current);
