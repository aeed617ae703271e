import { type MouseEvent, type PointerEvent, type WheelEvent, useCallback, useRef, useState } from 'react';

export type Zoom = { scale: number; x: number; y: number };

const whole: Zoom = { scale: 1, x: 0, y: 0 };
const most = 8;

/** Zooms about a point, given from the middle of the stage, so that what lies under it stays there. */
export function zoomedAbout(zoom: Zoom, factor: number, x: number, y: number): Zoom {
  const scale = Math.min(most, Math.max(1, zoom.scale * factor));
  if (scale === 1) {
    return whole;
  }
  const change = scale / zoom.scale;
  return { scale, x: x - (x - zoom.x) * change, y: y - (y - zoom.y) * change };
}

type Point = { x: number; y: number };

const middleOf = ([a, b]: Point[]): Point => ({ x: (a!.x + b!.x) / 2, y: (a!.y + b!.y) / 2 });
const distanceOf = ([a, b]: Point[]): number => Math.hypot(a!.x - b!.x, a!.y - b!.y);

/** Zooming and moving a picture: by wheel, by two fingers, by dragging. */
export function useZoom() {
  const [zoom, setZoom] = useState(whole);
  const [isDragging, setDragging] = useState(false);
  const pointers = useRef(new Map<number, Point>());

  const fromMiddle = (event: { clientX: number; clientY: number; currentTarget: Element }): Point => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
  };

  const zoomBy = useCallback((factor: number, at: Point = { x: 0, y: 0 }) => setZoom((last) => zoomedAbout(last, factor, at.x, at.y)), []);
  const reset = useCallback(() => setZoom(whole), []);

  const release = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId);
    setDragging(pointers.current.size > 0);
  };

  const stage = {
    onWheel: (event: WheelEvent) => zoomBy(Math.exp(-event.deltaY / 400), fromMiddle(event)),
    onDoubleClick: (event: MouseEvent) => (zoom.scale > 1 ? reset() : zoomBy(2.5, fromMiddle(event))),
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, fromMiddle(event));
      setDragging(true);
    },
    onPointerMove: (event: PointerEvent) => {
      const before = [...pointers.current.values()];
      const from = pointers.current.get(event.pointerId);
      if (!from) {
        return;
      }
      const to = fromMiddle(event);
      pointers.current.set(event.pointerId, to);
      if (before.length === 2) {
        const after = [...pointers.current.values()];
        zoomBy(distanceOf(after) / Math.max(1, distanceOf(before)), middleOf(after));
      } else if (zoom.scale > 1) {
        setZoom((last) => ({ ...last, x: last.x + to.x - from.x, y: last.y + to.y - from.y }));
      }
    },
    onPointerUp: release,
    onPointerCancel: release,
  };

  return { zoom, isDragging, zoomBy, reset, stage };
}
