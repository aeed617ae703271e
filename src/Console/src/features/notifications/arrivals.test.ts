import { describe, expect, it } from 'vitest';
import { at, conversation, message } from '../../testing/samples';
import { concerns, isQuiet, summarise } from './arrivals';
import { defaultPreferences } from './preferences';

const clock = (hour: number, minute = 0) => new Date(2026, 2, 3, hour, minute);
const noon = Date.parse(at(0));
const arrival = (id: string, seq = 1) => ({ conversation: conversation(id, 0), message: message(seq) });
const held = (operatorId: string) => conversation('c', 0, { claim: { operatorId, name: 'Iryna', until: at(60) } });

describe('Quiet hours', () => {
  it('lead over midnight', () => {
    const preferences = { ...defaultPreferences, quiet: true };

    expect([21, 22, 3, 7, 8].map((hour) => isQuiet(preferences, clock(hour)))).toEqual([false, true, true, true, false]);
  });

  it('count only when they are on, and muting counts always', () => {
    expect(isQuiet(defaultPreferences, clock(23))).toBe(false);
    expect(isQuiet({ ...defaultPreferences, mutedUntil: clock(13).getTime() }, clock(12, 59))).toBe(true);
    expect(isQuiet({ ...defaultPreferences, mutedUntil: clock(13).getTime() }, clock(13))).toBe(false);
  });
});

describe('A notification', () => {
  it('is for what is mine, and for what is nobody’s if I want', () => {
    expect(concerns({ conversation: held('me'), message: message(1) }, 'me', false, noon)).toBe(true);
    expect(concerns({ conversation: held('iryna'), message: message(1) }, 'me', true, noon)).toBe(false);
    expect(concerns(arrival('free'), 'me', true, noon)).toBe(true);
    expect(concerns(arrival('free'), 'me', false, noon)).toBe(false);
  });

  it('is never for what we wrote ourselves', () => {
    expect(concerns({ conversation: held('me'), message: message(1, { direction: 'outbound' }) }, 'me', true, noon)).toBe(false);
  });

  it('sums up what comes at once', () => {
    expect(summarise([arrival('a')]).map(({ kind }) => kind)).toEqual(['message']);
    expect(summarise([arrival('a'), arrival('b'), arrival('a', 2)])).toMatchObject([{ kind: 'messages', count: 2 }, { kind: 'message' }]);
    expect(summarise(['a', 'b', 'c', 'd', 'd'].map((id) => arrival(id)))).toEqual([{ kind: 'conversations', count: 5, conversations: 4 }]);
  });
});
