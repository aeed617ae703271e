import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../i18n';
import { dayName, opening } from './times';

const english = chooseLanguage(['en-GB']);
const now = new Date(2026, 0, 5, 9, 0); // a Monday

describe('A day', () => {
  it.each([
    [new Date(2026, 0, 5, 0, 1), 'Today'],
    [new Date(2026, 0, 4, 23, 59), 'Yesterday'],
    [new Date(2026, 0, 3, 12), '3 January'],
    [new Date(2025, 11, 31, 12), '31 December 2025'],
  ])('of %s is called %s', (date, name) => expect(dayName(date.toISOString(), english, now)).toBe(name));
});

describe('An opening', () => {
  it('names the day only when it is another', () => {
    expect(opening(new Date(2026, 0, 5, 10, 30).toISOString(), english, now)).toBe('We are back 10:30.');
    expect(opening(new Date(2026, 0, 6, 9, 0).toISOString(), english, now)).toMatch(/^We are back Tuesday.*9:00\.$/);
  });
});
