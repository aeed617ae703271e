import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../live/pages';
import { at, conversation, pagesOf } from '../../testing/samples';
import { belongs, holdOrder, placeConversation } from './listOrder';

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
});

describe('A list under the mouse', () => {
  const order = ['a', 'b'];

  it('stays as it was when something moves up, and holds back what is new', () => {
    const current = [conversation('new', 50), conversation('b', 40), conversation('a', 30)];

    expect(holdOrder(current, order).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('goes on with older pages, and forgets what left', () => {
    const current = [conversation('a', 30), conversation('old', 1)];

    expect(holdOrder(current, order).map(({ id }) => id)).toEqual(['a', 'old']);
  });
});

describe('Whether a conversation belongs to a list', () => {
  const mine = conversation('a', 1, { claim: { operatorId: 'me', name: 'Me', until: at(60) }, labels: ['vip'] });
  const now = Date.parse(at(30));

  it.each([
    [{ claimedBy: 'me' }, true],
    [{ claimedBy: 'none' }, false],
    [{ claimedBy: 'other' }, false],
    [{ status: 'closed' as const }, false],
    [{ label: 'vip', platform: 'telegram' }, true],
    [{ label: 'order' }, false],
    [{ channelId: 'ch2' }, false],
    [{ q: 'peonies' }, 'unknown'],
  ])('with the filter %j it is %s', (filter, expected) => {
    expect(belongs(mine, filter, 'me', now)).toBe(expected);
  });

  it('counts a claim that ran out as nobody’s', () => {
    expect(belongs(mine, { claimedBy: 'none' }, 'me', Date.parse(at(61)))).toBe(true);
  });
});
