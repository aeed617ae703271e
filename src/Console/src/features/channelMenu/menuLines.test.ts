import { describe, expect, it } from 'vitest';
import { draftOf, kindsFor, lineOf, move } from './menuLines';

const shop = { label: 'Shop', items: [{ label: 'Search', url: 'https://shop.example/' }, { label: 'Hours', key: 'HOURS' }] };

describe('A menu that is being changed', () => {
  it('is published as it was read when nothing changed', () => {
    expect(lineOf(draftOf(shop))).toEqual(shop);
  });

  it('sends only what counts for what a press does', () => {
    expect(lineOf({ ...draftOf(shop), kind: 'key', key: ' SHOP ' })).toEqual({ label: 'Shop', key: 'SHOP' });
  });

  it('keeps a line at the end of its way', () => {
    const lines = [draftOf({ label: 'a', key: 'a' }), draftOf({ label: 'b', key: 'b' })];

    expect(move(lines, 0, 1).map(({ label }) => label)).toEqual(['b', 'a']);
    expect(move(lines, 0, -1)).toBe(lines);
  });

  it('offers what the platform takes, and no third level', () => {
    expect(kindsFor('telegram', false)).toEqual(['key']);
    expect(kindsFor('wechat', false)).toContain('items');
    expect(kindsFor('wechat', true)).not.toContain('items');
  });
});
