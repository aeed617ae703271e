import { useEffect, useRef } from 'react';
import { bind, type Shortcuts } from './keyboard';

export type { Shortcuts } from './keyboard';

/**
 * What presses do while this component is there; `shortcutTable` says what they mean. Keys go by their place on the keyboard, so a
 * Cyrillic layout behaves like a Latin one.
 */
export function useShortcuts(shortcuts: Shortcuts) {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => bind(latest), []);
}
