import { useSyncExternalStore } from 'react';

/** Widths in px, whether the context pane stands beside the thread, and whether the rows of the list are low. */
export type PaneLayout = { listWidth: number; contextWidth: number; isContextOpen: boolean; isCompact: boolean };

export type PaneState = PaneLayout & {
  /** Where there is no room beside the thread, the context comes over it. Not remembered: it would greet the next visit. */
  isDrawerOpen: boolean;
};

export const widths = {
  listWidth: { min: 300, max: 360, initial: 340 },
  contextWidth: { min: 280, max: 340, initial: 310 },
} as const;

/** Of a row of the list, in px. */
export const rowHeights = { comfortable: 92, compact: 62 } as const;

const storageKey = 'rozmova.panes';
const listeners = new Set<() => void>();
let state: PaneState = { ...readLayout(globalThis.localStorage?.getItem(storageKey) ?? null), isDrawerOpen: false };

/** What was remembered; anything that makes no sense is as it was at first. */
export function readLayout(stored: string | null): PaneLayout {
  const known = parse(stored);
  return {
    listWidth: fitWidth('listWidth', known.listWidth),
    contextWidth: fitWidth('contextWidth', known.contextWidth),
    isContextOpen: known.isContextOpen !== false,
    isCompact: known.isCompact === true,
  };
}

export function fitWidth(pane: keyof typeof widths, width: unknown): number {
  const { min, max, initial } = widths[pane];
  return typeof width === 'number' && Number.isFinite(width) ? Math.round(Math.min(max, Math.max(min, width))) : initial;
}

function parse(stored: string | null): Partial<PaneLayout> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // Written by hand or by another version: begin anew.
    return {};
  }
}

export function changePanes(changes: Partial<PaneState>) {
  state = { ...state, ...changes };
  const { isDrawerOpen: _, ...layout } = state;
  localStorage.setItem(storageKey, JSON.stringify(layout));
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePanes = (): PaneState => useSyncExternalStore(subscribe, () => state);
