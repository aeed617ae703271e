import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Where each list of this visit was left. */
const places = new Map<string, number>();

/** A list that is come back to stands where it was left, as long as what it showed is still there. */
export function useKeptScroll(scroller: RefObject<HTMLElement | null>, key: string, count: number) {
  const top = useRef(places.get(key) ?? 0).current;
  const isDue = useRef(top > 0);

  useLayoutEffect(() => {
    if (isDue.current && count > 0 && scroller.current) {
      isDue.current = false;
      scroller.current.scrollTop = top;
    }
  }, [scroller, top, count]);

  return { top, keep: (now: number) => places.set(key, now) };
}
