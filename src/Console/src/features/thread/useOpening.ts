import { useLayoutEffect, useRef } from 'react';
import type { ThreadRow } from './threadRows';
import type { ThreadScroll } from './useThreadScroll';

/** Where a conversation opens: at the message its address names, else where reading stopped, else at its end. */
export function useOpening(
  rows: ThreadRow[],
  target: string | null,
  jumpTo: (messageId: string, focus?: boolean) => void,
  { virtual, stopFollowing }: ThreadScroll,
) {
  const openedAt = useRef<string | null | undefined>(undefined);

  useLayoutEffect(() => {
    if (rows.length === 0 || openedAt.current === target) {
      return;
    }
    const isFirst = openedAt.current === undefined;
    const mark = rows.findIndex(({ kind }) => kind === 'unread');
    openedAt.current = target;
    if (target) {
      jumpTo(target, false);
    } else if (isFirst && mark >= 0) {
      stopFollowing();
      virtual.scrollToIndex(mark, { align: 'start' });
    }
  }, [rows, target, jumpTo, virtual, stopFollowing]);
}
