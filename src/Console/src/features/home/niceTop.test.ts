import { describe, expect, it } from 'vitest';
import { niceTop } from './HourChart';

describe('The scale of the chart', () => {
  it.each([
    [0, 2],
    [1, 2],
    [3, 3],
    [7, 8],
    [22, 30],
    [100, 100],
    [101, 200],
  ])('for %d ends at %d', (most, top) => {
    expect(niceTop(most)).toBe(top);
  });
});
