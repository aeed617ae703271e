import { describe, expect, it } from 'vitest';
import { dayName, duration, shortTime, untilTime, urgency } from './time';

const now = new Date(2026, 2, 3, 14, 0).getTime();
const local = (day: number, hour: number, minute = 0, month = 2, year = 2026) =>
  new Date(year, month, day, hour, minute).toISOString();
const words = { today: 'Today', yesterday: 'Yesterday' };

describe('A time in the list', () => {
  it('is the clock today, in 24 hours', () => {
    expect(shortTime(local(3, 9, 5), now, 'en')).toBe('09:05');
    expect(shortTime(local(3, 0, 5), now, 'en')).toBe('00:05');
  });

  it('is the weekday this week, also just before midnight', () => {
    expect(shortTime(local(2, 23, 59), now, 'en')).toBe('Mon');
    expect(shortTime(local(1, 12), now, 'uk')).toBe('нд');
  });

  it('is the date before that, and the year when it is another', () => {
    expect(shortTime(local(3, 12, 0, 0), now, 'en')).toBe('Jan 3');
    expect(shortTime(local(3, 12, 0, 0, 2025), now, 'en')).toBe('Jan 3, 2025');
  });
});

describe('A day separator', () => {
  it('says today and yesterday in words', () => {
    expect(dayName(local(3, 1), now, 'en', words)).toBe('Today');
    expect(dayName(local(2, 23), now, 'en', words)).toBe('Yesterday');
  });

  it('says the day in the reader’s language', () => {
    expect(dayName(local(1, 12), now, 'uk', words)).toBe('неділя, 1 березня');
  });
});

describe('A moment ahead', () => {
  it('says the day when it is not today', () => {
    expect(untilTime(local(3, 18, 30), now, 'en')).toBe('18:30');
    expect(untilTime(local(4, 14), now, 'en')).toBe('Wed 14:00');
  });
});

describe('How long somebody waits', () => {
  const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

  it('is said in the largest unit', () => {
    expect(duration(ago(0), now, 'en')).toBe('0 min');
    expect(duration(ago(59), now, 'en')).toBe('59 min');
    expect(duration(ago(150), now, 'en')).toBe('2 hr');
    expect(duration(ago(60 * 50), now, 'en')).toBe('2 days');
    expect(duration(ago(5), now, 'uk')).toBe('5 хв');
  });

  it('is never negative when two clocks disagree', () => {
    expect(duration(ago(-3), now, 'en')).toBe('0 min');
  });

  it('grows urgent', () => {
    expect([ago(9), ago(10), ago(60)].map((since) => urgency(since, now))).toEqual(['calm', 'soon', 'late']);
  });
});
