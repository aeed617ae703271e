import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Selection } from './useSelection';

/**
 * Where the keyboard is in the list. The list is one stop for Tab; arrows, Home and End walk within it, also to rows that are not
 * drawn yet; with Shift they choose on the way, and Escape lets go of what is chosen.
 */
export function useListCursor(
  scroller: RefObject<HTMLElement | null>,
  ids: string[],
  openId: string | undefined,
  { extend, clear }: Selection,
) {
  const [at, setAt] = useState<string | null>(null);
  const isMoving = useRef(false);
  const id = [at, openId].find((one) => one && ids.includes(one)) ?? ids[0];
  const index = id === undefined ? -1 : ids.indexOf(id);

  useEffect(() => setAt(null), [openId]);
  useEffect(() => {
    if (isMoving.current && at) {
      isMoving.current = false;
      scroller.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)?.focus({ preventScroll: true });
    }
  });

  const press = (event: KeyboardEvent, reveal: (index: number) => void) => {
    if (event.key === 'Escape') {
      clear();
      return;
    }
    const focused = (event.target as HTMLElement).dataset.row;
    const from = focused ? ids.indexOf(focused) : index;
    const targets: Partial<Record<string, number>> = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: ids.length - 1 };
    const to = targets[event.key];
    const next = to === undefined ? undefined : ids[to];
    if (to === undefined || !next) {
      return;
    }
    event.preventDefault();
    if (event.shiftKey) {
      extend(ids, ids[from]!);
      extend(ids, next);
    }
    isMoving.current = true;
    setAt(next);
    reveal(to);
  };

  return { id, index, press };
}
