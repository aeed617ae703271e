import { describe, expect, it } from 'vitest';
import { clip, piecesOf, wordsOf } from './searchWords';

const marked = (text: string, typed: string) =>
  piecesOf(text, wordsOf(typed))
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('');

describe('What was looked for', () => {
  it('is marked where words begin with it, whatever their case and accents', () => {
    expect(marked('Доставка? ДОСТАВТЕ сьогодні', 'достав')).toBe('[Достав]ка? [ДОСТАВ]ТЕ сьогодні');
    expect(marked('Their café is open', 'cafe')).toBe('Their [café] is open');
    expect(marked('unrefunded refund', 'refund')).toBe('unrefunded [refund]');
  });

  it('is not marked for the operators beside it', () => {
    expect(wordsOf('from:"Olena K" refund has:file before:2026-03-01')).toEqual(['refund']);
  });

  it('leaves markup the text it is', () => {
    expect(piecesOf('<b>refund</b>', ['refund'])).toEqual([
      { text: '<b>', isMatch: false },
      { text: 'refund', isMatch: true },
      { text: '</b>', isMatch: false },
    ]);
  });

  it('is shown from a little before it on', () => {
    const text = `${'word '.repeat(30)}then a refund came`;

    expect(clip(text, ['refund'])).toBe('…word word word then a refund came');
    expect(clip('a refund came', ['refund'])).toBe('a refund came');
  });
});
