import { beforeEach, describe, expect, it } from 'vitest';
import { at, conversation } from '../../testing/samples';
import { CountKeeper, type InboxCounts } from './inboxCounts';

const now = Date.parse(at(30));
const held = (operatorId: string) => ({ claim: { operatorId, name: operatorId, until: at(60) } });

describe('The counts of the views', () => {
  let keeper: CountKeeper;
  const start: InboxCounts = { mine: 1, unassigned: 2, open: 4, snoozed: 1, closed: 9 };
  const none = () => undefined;

  beforeEach(() => {
    keeper = new CountKeeper('me');
  });

  it('take in somebody new', () => {
    expect(keeper.apply(start, conversation('a', 1), () => 'new', now).counts).toEqual({ ...start, open: 5, unassigned: 3 });
  });

  it('stand still while people only write', () => {
    keeper.apply(start, conversation('a', 1), none, now);

    expect(keeper.apply(start, conversation('a', 2, { unread: 7 }), none, now)).toEqual({ counts: start, isDoubtful: false });
  });

  it('follow a conversation from one view to another, as a list last showed it', () => {
    const before = conversation('a', 1);

    const mine = keeper.apply(start, conversation('a', 2, held('me')), () => before, now).counts;
    expect(mine).toEqual({ ...start, mine: 2, unassigned: 1 });
    const closed = keeper.apply(mine, conversation('a', 3, { ...held('me'), status: 'closed' }), () => before, now).counts;
    expect(closed).toEqual({ ...start, mine: 1, unassigned: 1, open: 3, closed: 10 });
  });

  it('ask the server about what no list has shown', () => {
    expect(keeper.apply(start, conversation('a', 2, held('other')), none, now)).toEqual({ counts: start, isDoubtful: true });
  });
});
