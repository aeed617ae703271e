import { describe, expect, it } from 'vitest';
import type { Message } from '../../api/types';
import { timelineDays } from './timelineDays';

const said = (id: string, sentAt: string) => ({ id, sentAt, createdAt: sentAt }) as Message;

describe('A timeline', () => {
  it('reads from the oldest on, by days, over the pages it came in', () => {
    const days = timelineDays([
      { items: [said('3', '2026-01-02T12:00:00'), said('4', '2026-01-03T12:00:00')] },
      { items: [said('1', '2026-01-01T12:00:00'), said('2', '2026-01-02T11:00:00')] },
    ]);

    expect(days.map(({ messages }) => messages.map(({ id }) => id))).toEqual([['1'], ['2', '3'], ['4']]);
  });

  it('is empty where nothing was said', () => expect(timelineDays([])).toEqual([]));
});
