import { expect, it } from 'vitest';
import { backoff } from './backoff';

it('waits longer each time, up to a minute', () => {
  const latest = [0, 1, 2, 3, 10, 1000].map((attempt) => backoff(attempt, () => 1));

  expect(latest).toEqual([1_000, 2_000, 4_000, 8_000, 60_000, 60_000]);
});

it('spreads those who lost the same server', () => {
  expect(backoff(3, () => 0)).toBe(4_000);
  expect(backoff(3, () => 0.5)).toBe(6_000);
});
