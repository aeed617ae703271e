import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { messagesOf, shownTime, type ThreadRow } from './threadRows';
import type { ThreadPages } from './useThreadPages';
import type { ThreadScroll } from './useThreadScroll';

/** The id of a message, or a moment. */
type Place = { at: string; focus: boolean };

const flashTime = 1800;

const isMoment = (place: string) => place.includes('T');

/** The row a place is in; -1 when it lies outside of what has been read. */
export function rowAt(rows: ThreadRow[], place: string, hasOlder: boolean): number {
  if (!isMoment(place)) {
    return rows.findIndex((row) => messagesOf(row).some(({ id }) => id === place));
  }
  const moment = Date.parse(place);
  const isAfter = (row: ThreadRow) => messagesOf(row).some((message) => Date.parse(shownTime(message)) >= moment);
  const index = rows.findIndex(isAfter);
  const first = rows.findIndex((row) => messagesOf(row).length > 0);
  return index < 0 ? (hasOlder ? -1 : rows.length - 1) : index === first && hasOlder ? -1 : index;
}

/** Leads to a place: scrolls there when it has been read, reads the part of the thread around it when not. */
export function useJump(rows: ThreadRow[], pages: ThreadPages, { virtual, stopFollowing, scroller }: ThreadScroll) {
  const wanted = useRef<Place | null>(null);
  const [flashing, setFlashing] = useState<string | null>(null);
  const { showPlace, hasOlder, placeError } = pages;

  const show = useCallback(
    ({ at, focus }: Place): boolean => {
      const index = rowAt(rows, at, hasOlder);
      if (index < 0) {
        return false;
      }
      stopFollowing();
      virtual.scrollToIndex(index, { align: isMoment(at) ? 'start' : 'center' });
      setFlashing(at);
      if (focus) {
        const find = () => scroller.current?.querySelector<HTMLElement>(`[data-message="${at}"]`);
        requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus({ preventScroll: true })));
      }
      return true;
    },
    [rows, hasOlder, virtual, stopFollowing, scroller],
  );

  const jumpTo = useCallback(
    (at: string, focus = true) => {
      const place = { at, focus };
      if (!show(place)) {
        wanted.current = place;
        stopFollowing();
        showPlace(at);
      }
    },
    [show, showPlace, stopFollowing],
  );

  useLayoutEffect(() => {
    if (wanted.current && show(wanted.current)) {
      wanted.current = null;
    }
  }, [show]);

  useEffect(() => {
    if (placeError) {
      wanted.current = null;
    }
  }, [placeError]);

  useEffect(() => {
    const timer = flashing ? setTimeout(() => setFlashing(null), flashTime) : undefined;
    return () => clearTimeout(timer);
  }, [flashing]);

  return { jumpTo, flashing };
}
