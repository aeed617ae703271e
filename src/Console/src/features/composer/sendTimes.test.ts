import { describe, expect, it } from 'vitest';
import { sendTimes } from './sendTimes';

const names = (now: Date) => sendTimes(now).map(({ name }) => name);

describe('Later', () => {
  it('is offered as times that still make sense', () => {
    expect(names(new Date(2026, 2, 3, 10, 0))).toEqual(['inAnHour', 'thisEvening', 'tomorrowMorning', 'monday']);
    expect(names(new Date(2026, 2, 3, 17, 30))).toEqual(['inAnHour', 'tomorrowMorning', 'monday']);
  });

  it('does not say Monday for tomorrow', () => {
    expect(names(new Date(2026, 2, 8, 10, 0))).toEqual(['inAnHour', 'thisEvening', 'tomorrowMorning']);
  });

  it('is always ahead', () => {
    const now = new Date(2026, 2, 9, 23, 58);
    expect(sendTimes(now).every(({ at }) => at > now)).toBe(true);
    expect(sendTimes(now).at(-1)?.at).toEqual(new Date(2026, 2, 16, 9, 0));
  });
});
