import { describe, expect, it } from 'vitest';
import { filterOf, parseInboxSearch } from './conversationFilter';

describe('The address of the inbox', () => {
  it('leaves out what makes no sense', () => {
    expect(parseInboxSearch({ view: 'nonsense', status: 'lost', q: ['x'], label: 'vip' })).toEqual({ label: 'vip' });
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
});
