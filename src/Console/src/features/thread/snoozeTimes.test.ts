import { describe, expect, it } from 'vitest';
import { snoozeTimes } from './snoozeTimes';

const from = (day: number, hour: number) => snoozeTimes(new Date(2026, 2, day, hour, 20)).map(({ name, until }) => [name, until.getDate(), until.getHours()]);

describe('The times to snooze until', () => {
  it('are later today, tomorrow morning and Monday morning', () => {
    expect(from(4, 11)).toEqual([
      ['laterToday', 4, 14],
      ['tomorrow', 5, 9],
      ['monday', 9, 9],
    ]);
  });

  it('leave out today when the day is nearly over', () => {
    expect(from(4, 18).map(([name]) => name)).toEqual(['tomorrow', 'monday']);
  });

  it('mean the Monday to come, on a Sunday and on a Monday', () => {
    expect(from(8, 11).at(-1)).toEqual(['monday', 9, 9]);
    expect(from(9, 11).at(-1)).toEqual(['monday', 16, 9]);
  });

  it('do not wake anybody before the morning', () => {
    expect(from(4, 2)[0]).toEqual(['laterToday', 4, 9]);
  });
});
