import { type PointerEvent, useMemo, useState } from 'react';
import type { Conversation } from '../../api/types';
import { holdOrder } from './listOrder';

/**
 * Keeps the order still while the mouse is over the list, so that nothing moves away under it. What is new waits, counted,
 * until it is asked for or the mouse leaves.
 */
export function useSettledOrder(current: Conversation[]) {
  const [order, setOrder] = useState<string[] | null>(null);
  const shown = useMemo(() => (order ? holdOrder(current, order) : current), [current, order]);
  const settle = () => setOrder(current.map(({ id }) => id));

  return {
    shown,
    waiting: current.length - shown.length,
    settle,
    pointer: {
      onPointerEnter: (event: PointerEvent) => {
        if (event.pointerType === 'mouse') {
          settle();
        }
      },
      onPointerLeave: () => setOrder(null),
    },
  };
}
