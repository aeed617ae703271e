import { useEffect, useRef } from 'react';

/** Keys by their place on the keyboard, so a Cyrillic layout behaves like a Latin one. */
export type Shortcuts = Partial<Record<string, () => void>>;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'));

const isCovered = () => document.querySelector('[role="dialog"], [role="menu"]') !== null;

export function useShortcuts(shortcuts: Shortcuts) {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isCovered()) {
        return;
      }
      const act = latest.current[event.shiftKey ? `Shift+${event.code}` : event.code];
      if (act) {
        event.preventDefault();
        act();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
