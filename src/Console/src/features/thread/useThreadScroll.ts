import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { estimateHeight } from './rowHeight';
import type { ThreadRow } from './threadRows';

/** Nearer than this to the end, the reader follows what comes. */
const nearEnd = 60;

/** The place above the rows for what says where the conversation begins. */
export const topSpace = 60;

const tail = 'tail';

/**
 * Draws only the rows in sight, the tail (what is not sent yet) behind them. The place being read stays where it is, whatever grows
 * above it; whoever reads at the end stays at the end.
 */
export function useThreadScroll(rows: ThreadRow[], held: string | null) {
  const scroller = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(true);
  const [isAway, setAway] = useState(false);
  const heldIndex = held ? rows.findIndex(({ key }) => key === held) : -1;

  const virtual = useVirtualizer({
    count: rows.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (index < rows.length ? estimateHeight(rows[index]!) : 12),
    getItemKey: (index) => rows[index]?.key ?? tail,
    overscan: 6,
    anchorTo: 'end',
    scrollEndThreshold: nearEnd,
    paddingStart: topSpace,
    scrollPaddingStart: 44, // the day over the thread covers nothing one was led to
    // The row with the focus stays, or the focus would be lost when it is scrolled away.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      return heldIndex < 0 || inSight.includes(heldIndex) ? inSight : [...inSight, heldIndex].sort((a, b) => a - b);
    },
  });

  const toEnd = useCallback(() => {
    isFollowing.current = true;
    setAway(false);
    virtual.scrollToEnd();
  }, [virtual]);

  const followScroll = useCallback(() => {
    const { scrollHeight, scrollTop, clientHeight } = scroller.current!;
    const below = scrollHeight - scrollTop - clientHeight;
    isFollowing.current = below < nearEnd;
    setAway(below > 2 * nearEnd);
    return { above: scrollTop, below };
  }, []);

  /** For a jump elsewhere; one that ends at the end follows again, though nothing may have been scrolled. */
  const stopFollowing = useCallback(() => {
    isFollowing.current = false;
    requestAnimationFrame(() => requestAnimationFrame(() => scroller.current && followScroll()));
  }, [followScroll]);

  useLayoutEffect(() => {
    if (isFollowing.current) {
      virtual.scrollToEnd();
    }
  }, [rows, virtual]);

  // The box shrinks when the composer grows or a phone's keyboard opens.
  useEffect(() => {
    const observer = new ResizeObserver(() => isFollowing.current && virtual.scrollToEnd());
    observer.observe(scroller.current!);
    return () => observer.disconnect();
  }, [virtual]);

  return { scroller, virtual, isAway, followScroll, toEnd, stopFollowing };
}

export type ThreadScroll = ReturnType<typeof useThreadScroll>;
