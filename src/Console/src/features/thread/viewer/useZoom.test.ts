import { describe, expect, it } from 'vitest';
import { zoomedAbout } from './useZoom';

const whole = { scale: 1, x: 0, y: 0 };

describe('Zooming a picture', () => {
  it('leaves what lies under the pointer where it is', () => {
    const { scale, x, y } = zoomedAbout(whole, 2, 100, -40);

    expect(scale).toBe(2);
    // A point of the picture at 100, -40 is drawn at its place times the scale, moved.
    expect([100 * scale + x, -40 * scale + y]).toEqual([100, -40]);
  });

  it('ends at eight times, and at the whole picture in the middle', () => {
    expect(zoomedAbout(whole, 100, 0, 0).scale).toBe(8);
    expect(zoomedAbout({ scale: 2, x: 50, y: 50 }, 0.1, 10, 10)).toEqual(whole);
  });
});
