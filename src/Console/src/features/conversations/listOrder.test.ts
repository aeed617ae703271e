import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../live/pages';
import { at, conversation, message, pagesOf } from '../../testing/samples';
import { belongs, comparers, holdOrder, placeConversation } from './listOrder';

const idsOf = (pages: ReturnType<typeof placeConversation>) => itemsOf(pages).map(({ id }) => id);

describe('The list of conversations', () => {
  const pages = pagesOf([[conversation('a', 30), conversation('b', 20)], [conversation('c', 10)]]);

  it('moves a conversation to the top when something is written', () => {
    expect(idsOf(placeConversation(pages, conversation('c', 40), true))).toEqual(['c', 'a', 'b']);
  });

  it('takes in a new conversation where its activity says', () => {
    expect(idsOf(placeConversation(pages, conversation('d', 25), true))).toEqual(['a', 'd', 'b', 'c']);
  });

  it('appends the oldest one when everything has been read', () => {
    expect(idsOf(placeConversation(pages, conversation('d', 5), true))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves what lies behind the pages read so far to a later page', () => {
    const partial = pagesOf([[conversation('a', 30), conversation('b', 20)]], true);

    expect(idsOf(placeConversation(partial, conversation('d', 5), true))).toEqual(['a', 'b']);
  });

  it('drops a conversation that no longer belongs', () => {
    expect(idsOf(placeConversation(pages, conversation('b', 40), false))).toEqual(['a', 'c']);
  });

  it('ignores news older than what it shows', () => {
    expect(placeConversation(pages, conversation('a', 1), true)).toBe(pages);
  });

  it('keeps a search result in place of judging whether it still matches', () => {
    expect(idsOf(placeConversation(pages, conversation('c', 40), 'unknown'))).toEqual(['c', 'a', 'b']);
    expect(idsOf(placeConversation(pages, conversation('x', 40), 'unknown'))).toEqual(['a', 'b', 'c']);
  });

  it('keeps the message that a search found when something newer is written', () => {
    const found = pagesOf([[conversation('a', 30, { match: message(1) })]]);

    expect(itemsOf(placeConversation(found, conversation('a', 40), 'unknown'))[0]?.match?.id).toBe('m1');
  });
});

describe('A list in another order', () => {
  const quiet = conversation('quiet', 30);
  const waits = conversation('waits', 20, { waitingSince: at(5), unread: 1 });
  const late = conversation('late', 10, { waitingSince: at(1) });

  it.each([
    ['newest', ['quiet', 'waits', 'late']],
    ['oldest', ['late', 'waits', 'quiet']],
    ['waiting', ['late', 'waits', 'quiet']],
    ['unread', ['waits', 'quiet', 'late']],
  ] as const)('%s is sorted as the server does', (order, expected) => {
    expect([quiet, waits, late].sort(comparers[order]).map(({ id }) => id)).toEqual(expected);
  });

  it('moves a conversation to where it now stands in that order', () => {
    const pages = pagesOf([[waits, quiet, late]]);

    expect(idsOf(placeConversation(pages, { ...late, unread: 1, updatedAt: at(40) }, true, 'unread'))).toEqual([
      'late',
      'waits',
      'quiet',
    ]);
  });
});

describe('A list under a hand', () => {
  const order = [conversation('a', 30), conversation('b', 20)];
  const idsOfRows = (current: ReturnType<typeof conversation>[]) =>
    holdOrder(current, order).map(({ conversation: { id }, hasLeft }) => (hasLeft ? `${id} left` : id));

  it('stays as it was when something moves up, and holds back what is new', () => {
    expect(idsOfRows([conversation('new', 50), conversation('b', 40), conversation('a', 30)])).toEqual(['a', 'b']);
  });

  it('keeps the place of what left, so that nothing below moves up', () => {
    expect(idsOfRows([conversation('b', 20)])).toEqual(['a left', 'b']);
  });

  it('goes on with older pages', () => {
    expect(idsOfRows([conversation('a', 30), conversation('b', 20), conversation('old', 1)])).toEqual(['a', 'b', 'old']);
  });
});

describe('Whether a conversation belongs to a list', () => {
  const mine = conversation('a', 1, { claim: { operatorId: 'me', name: 'Me', until: at(60) }, labels: ['vip'], waitingSince: at(10) });
  const now = Date.parse(at(30));

  it.each([
    [{ claimedBy: 'me' }, true],
    [{ claimedBy: 'none' }, false],
    [{ claimedBy: 'other' }, false],
    [{ status: 'closed' as const }, false],
    [{ label: 'vip', platform: 'telegram' }, true],
    [{ label: 'order' }, false],
    [{ channelId: 'ch2' }, false],
    [{ waiting: 10 }, true],
    [{ waiting: 30 }, false],
    [{ q: 'peonies' }, 'unknown'],
  ])('with the filter %j it is %s', (filter, expected) => {
    expect(belongs(mine, filter, 'me', now)).toBe(expected);
  });

  it('counts a claim that ran out as nobody’s', () => {
    expect(belongs(mine, { claimedBy: 'none' }, 'me', Date.parse(at(61)))).toBe(true);
  });
});
