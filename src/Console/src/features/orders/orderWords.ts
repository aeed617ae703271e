import type { Order } from './orderQueries';

/** An amount in the reader's way. The currency may be a marketplace's own, which no browser knows. */
export function money({ amount, currency }: Pick<Order, 'amount' | 'currency'>, language: string): string | null {
  if (amount === null) {
    return null;
  }
  if (currency === null || !/^[A-Za-z]{3}$/.test(currency)) {
    return [new Intl.NumberFormat(language, { maximumFractionDigits: 8 }).format(amount), currency].filter(Boolean).join(' ');
  }
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
}

/** What was bought, and how many where it is not one. */
export function goods({ goods: name, quantity }: Pick<Order, 'goods' | 'quantity'>, language: string): string | null {
  const isOne = quantity === null || quantity === 1;
  return isOne ? name : [name, `× ${new Intl.NumberFormat(language).format(quantity)}`].filter(Boolean).join(' ');
}
