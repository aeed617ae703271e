import { describe, expect, it } from 'vitest';
import { waitLength } from './waitLength';

describe('How long an answer took', () => {
  it.each([
    [0, '0 sec'],
    [0.4, '0 sec'],
    [59.6, '1 min'],
    [200, '3 min 20 sec'],
    [7500, '2 hr 5 min'],
    [3600, '1 hr'],
    [3605, '1 hr'],
    [90_000, '25 hr'],
  ])('%d seconds is said in at most two units: %s', (seconds, said) => {
    expect(waitLength(seconds, 'en')).toBe(said);
  });

  it('is said in Ukrainian', () => {
    expect(waitLength(200, 'uk')).toBe('3 хв 20 с');
  });
});
