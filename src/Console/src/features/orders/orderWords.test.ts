import { describe, expect, it } from 'vitest';
import { goods, money } from './orderWords';

describe('An order', () => {
  it('names its amount as readers do', () => {
    expect(money({ amount: 9.9, currency: 'USD' }, 'en')).toBe('$9.90');
    expect(money({ amount: 1000, currency: 'UAH' }, 'uk')?.replace(/\s/g, ' ')).toBe('1 000,00 ₴');
    expect(money({ amount: null, currency: 'USD' }, 'en')).toBeNull();
  });

  it('keeps the name of a currency that no browser knows', () => {
    expect(money({ amount: 12.5, currency: 'USDT' }, 'en')).toBe('12.5 USDT');
    expect(money({ amount: 12.5, currency: null }, 'en')).toBe('12.5');
  });

  it('counts what is more than one', () => {
    expect(goods({ goods: 'Game key', quantity: 1 }, 'en')).toBe('Game key');
    expect(goods({ goods: 'Game key', quantity: 3 }, 'en')).toBe('Game key × 3');
  });
});
