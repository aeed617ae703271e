import { useRef, useState } from 'react';

const none: ReadonlySet<string> = new Set();

/** Which rows are chosen; a range goes from the last one touched. */
export function useSelection() {
  const [selected, setSelected] = useState(none);
  const anchor = useRef<string | null>(null);

  const toggle = (id: string) => {
    anchor.current = id;
    setSelected((last) => (last.has(id) ? new Set([...last].filter((other) => other !== id)) : new Set([...last, id])));
  };

  /** Chooses everything from the anchor to this row, as the list stands. */
  const extend = (ids: string[], id: string) => {
    const from = ids.indexOf(anchor.current ?? id);
    const to = ids.indexOf(id);
    const range = ids.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1);
    anchor.current ??= id;
    setSelected((last) => new Set([...last, ...range]));
  };

  const clear = () => {
    anchor.current = null;
    setSelected(none);
  };

  return { selected, toggle, extend, clear };
}

export type Selection = ReturnType<typeof useSelection>;
