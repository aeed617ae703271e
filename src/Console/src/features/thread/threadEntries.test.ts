import { describe, expect, it } from 'vitest';
import { at, message } from '../../testing/samples';
import { threadDays } from './threadEntries';

describe('A thread', () => {
  it('names the author once for several messages in a row', () => {
    const [day] = threadDays([message(1), message(2), message(3, { direction: 'outbound' })]);

    expect(day?.entries.map(({ startsGroup }) => startsGroup)).toEqual([true, false, true]);
    expect(day?.entries.map(({ endsGroup }) => endsGroup)).toEqual([false, true, true]);
  });

  it('begins a new group after a pause', () => {
    expect(threadDays([message(1), message(20)])[0]?.entries[1]?.startsGroup).toBe(true);
  });

  it('separates days by the time of the platform', () => {
    const nextDay = message(2, { sentAt: at(24 * 60), createdAt: at(24 * 60 + 5) });

    expect(threadDays([message(1), nextDay]).map(({ iso }) => iso)).toEqual([at(1), at(24 * 60)]);
  });
});
