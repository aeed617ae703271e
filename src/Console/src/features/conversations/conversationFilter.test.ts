import { describe, expect, it } from 'vitest';
import { filterOf, type InboxSearch, listKey, parseInboxSearch, searchOf } from './conversationFilter';

describe('The address of the inbox', () => {
  it('leaves out what makes no sense', () => {
    expect(parseInboxSearch({ view: 'nonsense', status: 'lost', sort: 'loud', waiting: -5, q: ['x'], label: 'vip' })).toEqual({ label: 'vip' });
  });

  it('keeps a search for a number, which an address turns into one', () => {
    expect(parseInboxSearch({ q: 4471 })).toEqual({ q: '4471' });
  });

  it('asks for open conversations nobody holds', () => {
    expect(filterOf({ view: 'unassigned' })).toMatchObject({ status: 'open', claimedBy: 'none' });
  });

  it('searches closed conversations too when it searches all', () => {
    expect(filterOf({ q: 'peonies' }).status).toBeUndefined();
    expect(filterOf({}).status).toBe('open');
  });

  it('asks for no state besides the one a tab stands for', () => {
    expect(filterOf({ view: 'snoozed', status: 'pending' }).status).toBe('snoozed');
  });

  it.each<InboxSearch>([
    {},
    { view: 'mine', sort: 'waiting' },
    { view: 'unassigned', status: 'any', label: 'vip' },
    { view: 'snoozed', channelId: 'c1' },
    { view: 'closed', q: 'peonies' },
    { q: 'peonies' },
    { q: 'peonies', status: 'open', waiting: 60 },
  ])('comes back from what was kept of %j', (search) => {
    expect(listKey(searchOf(filterOf(search)))).toBe(listKey(search));
  });

  it('holds a list by what it asks for, not by how it is written', () => {
    expect(listKey({ view: 'all', sort: undefined })).toBe(listKey({}));
    expect(listKey({ sort: 'waiting' })).not.toBe(listKey({}));
  });
});
