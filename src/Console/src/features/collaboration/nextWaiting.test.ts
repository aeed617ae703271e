import { describe, expect, it } from 'vitest';
import { at, conversation } from '../../testing/samples';
import { longestWaiting, nextWaiting } from './nextWaiting';

const waiting = (id: string, minutes: number, changes = {}) => conversation(id, minutes, { waitingSince: at(minutes), ...changes });
const held = (operatorId: string) => ({ claim: { operatorId, name: 'Iryna', until: at(60) } });
const noon = Date.parse(at(0));

describe('The conversation after this one', () => {
  it('is the next down the list that waits, and then from its top', () => {
    const list = [waiting('a', 9), conversation('answered', 8), waiting('b', 7), waiting('c', 6)];

    expect(nextWaiting(list, 'b', 'me', noon)?.id).toBe('c');
    expect(nextWaiting(list, 'c', 'me', noon)?.id).toBe('a');
    expect(nextWaiting(list, 'a', 'me', noon)?.id).toBe('b');
  });

  it('is never one that a colleague holds, unless their time is over', () => {
    const list = [waiting('a', 9), waiting('theirs', 8, held('iryna')), waiting('mine', 7, held('me'))];

    expect(nextWaiting(list, 'a', 'me', noon)?.id).toBe('mine');
    expect(nextWaiting(list, 'a', 'me', Date.parse(at(61)))?.id).toBe('theirs');
  });

  it('is not this one again, and nothing when nobody waits', () => {
    expect(nextWaiting([waiting('a', 1)], 'a', 'me', noon)).toBeUndefined();
    expect(longestWaiting([waiting('a', 1), waiting('closed', 2, { status: 'closed' })], 'a', 'me')).toBeUndefined();
  });

  it('has waited longest where the list at hand has none', () => {
    expect(longestWaiting([waiting('new', 9), waiting('old', 2), conversation('x', 1)], 'here', 'me')?.id).toBe('old');
  });
});
