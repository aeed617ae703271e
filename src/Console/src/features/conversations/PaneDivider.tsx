import type { KeyboardEvent, PointerEvent } from 'react';
import { changePanes, fitWidth, usePanes, widths } from './paneLayout';
import styles from './PaneDivider.module.css';

type Props = {
  pane: keyof typeof widths;
  label: string;
  /** On which side of the line its pane is. */
  side: 'left' | 'right';
};

/** The line between two panes: dragged, or moved with the arrow keys; twice clicked it goes back. */
export function PaneDivider({ pane, label, side }: Props) {
  const width = usePanes()[pane];
  const { min, max, initial } = widths[pane];
  const resize = (next: number) => changePanes({ [pane]: fitWidth(pane, next) });
  const outward = side === 'left' ? 1 : -1;

  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) {
      const from = event.currentTarget.parentElement!.getBoundingClientRect();
      resize(side === 'left' ? event.clientX - from.left : from.right - event.clientX);
    }
  };

  const press = (event: KeyboardEvent) => {
    const steps: Partial<Record<string, number>> = {
      ArrowLeft: width - 10 * outward,
      ArrowRight: width + 10 * outward,
      Home: min,
      End: max,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      resize(next);
    }
  };

  return (
    <div
      className={styles.divider}
      data-side={side}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => resize(initial)}
      onKeyDown={press}
    />
  );
}
