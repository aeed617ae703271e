import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId, Outbox } from './outbox';
import { Store } from './store';

const at = '2026-01-05T09:00:00Z';

describe('What is not confirmed', () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
  });

  afterEach(() => vi.unstubAllGlobals());

  it('is there again after a reload, in its order, by the same ids', () => {
    const before = new Outbox(new Store('shop'));
    before.add({ id: 'first', text: 'One', at });
    before.add({ id: 'second', text: 'Two', at });

    expect(new Outbox(new Store('shop')).all.map(({ id }) => id)).toEqual(['first', 'second']);
    expect(new Outbox(new Store('another')).all).toEqual([]);
  });

  it('goes once it is confirmed, and stays when it failed', () => {
    const outbox = new Outbox(new Store('shop'));
    outbox.add({ id: 'first', text: 'One', at });
    outbox.add({ id: 'second', text: 'Two', at });
    outbox.remove('first');
    outbox.mark('second', true);

    expect(outbox.all).toEqual([{ id: 'second', text: 'Two', at, failed: true }]);
  });

  it('is kept in memory where the browser keeps nothing', () => {
    const refuse = () => {
      throw new Error('SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    const outbox = new Outbox(new Store('shop'));
    outbox.add({ id: 'first', text: 'One', at });

    expect(outbox.all).toHaveLength(1);
  });

  it('is said as what it is', () => {
    expect(Outbox.frame({ id: 'a', text: 'Hi', at })).toEqual({ type: 'message', id: 'a', text: 'Hi' });
    expect(Outbox.frame({ id: 'a', text: 'Yes', key: 'yes', at })).toEqual({ type: 'press', id: 'a', key: 'yes', text: 'Yes' });
  });

  it('has ids that nobody else has', () => {
    const ids = Array.from({ length: 1000 }, newId);

    expect(new Set(ids).size).toBe(1000);
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  });
});
