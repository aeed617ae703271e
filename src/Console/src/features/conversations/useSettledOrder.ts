import { type FocusEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import type { Conversation } from '../../api/types';
import { holdOrder } from './listOrder';

type Reason = 'pointer' | 'focus' | 'scroll';

/**
 * Keeps the order still while the mouse or the keyboard is in the list, or while it is scrolled away from its top, so that nothing
 * moves away under a hand. What is new waits, counted, until it is asked for or nothing holds the list any more.
 */
export function useSettledOrder(current: Conversation[]) {
  const [order, setOrder] = useState<Conversation[] | null>(null);
  const reasons = useRef(new Set<Reason>());
  const rows = useMemo(
    () => (order ? holdOrder(current, order) : current.map((conversation) => ({ conversation, hasLeft: false }))),
    [current, order],
  );
  const waiting = order ? current.length - rows.filter((row) => !row.hasLeft).length : 0;
  const settle = () => setOrder(reasons.current.size > 0 ? current : null);

  const hold = (reason: Reason) => {
    if (reasons.current.size === 0) {
      setOrder(current);
    }
    reasons.current.add(reason);
  };
  const release = (reason: Reason) => {
    if (reasons.current.delete(reason) && reasons.current.size === 0) {
      setOrder(null);
    }
  };

  return {
    rows,
    waiting,
    settle,
    followScroll: (top: number) => (top > 8 ? hold('scroll') : release('scroll')),
    holders: {
      onPointerEnter: (event: PointerEvent) => event.pointerType === 'mouse' && hold('pointer'),
      onPointerLeave: () => release('pointer'),
      onFocus: (event: FocusEvent) => event.target.matches(':focus-visible') && hold('focus'),
      onBlur: (event: FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) {
          release('focus');
        }
      },
    },
  };
}
