import { describe, expect, it } from 'vitest';
import { beginningOf, isEmojiAlone, languageOf, textPieces } from './textSafety';

const links = (text: string) => textPieces(text).flatMap((piece) => (piece.kind === 'link' ? [piece.href] : []));
const words = (text: string) => textPieces(text).map(({ text: part }) => part).join('');

describe('The text of a message', () => {
  it('stays what was written, markup included', () => {
    const text = '<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; "quotes"';

    expect(words(text)).toBe(text);
    expect(links(text)).toEqual([]);
  });

  it.each([
    ['see https://shop.example/a?b=1#c.', ['https://shop.example/a?b=1#c']],
    ['(http://shop.example)', ['http://shop.example']],
    ['olena@shop.example, mailto:taras@shop.example', ['mailto:olena@shop.example', 'mailto:taras@shop.example']],
    ['+38 (067) 123-45-67', ['tel:+380671234567']],
    ['tel:+380671234567', ['tel:+380671234567']],
  ])('links what leads somewhere: %s', (text, expected) => {
    expect(links(text)).toEqual(expected);
    expect(words(text)).toBe(text);
  });

  it.each(['javascript:alert(1)', 'data:text/html,<b>x</b>', 'file:///etc/passwd', 'ftp://shop.example', 'vbscript:x', '//shop.example'])(
    'links nothing else: %s',
    (text) => {
      expect(links(text)).toEqual([]);
    },
  );

  it('names what would turn its words around', () => {
    expect(textPieces('invoice\u202efdp.exe')).toEqual([
      { kind: 'text', text: 'invoice' },
      { kind: 'override', text: 'RLO' },
      { kind: 'text', text: 'fdp.exe' },
    ]);
    expect(links('https://shop.example/\u202egnp.exe')).toEqual(['https://shop.example/']);
  });

  it.each(['a', '@', 'a.', '+1 ', 'http://', 'a@'])('takes ten times as long when it is ten times as long, however hostile: %s', (part) => {
    const timeOf = (length: number) => {
      const text = part.repeat(length / part.length);
      const runs = [1, 2, 3, 4, 5].map(() => {
        const began = performance.now();
        textPieces(text);
        return performance.now() - began;
      });
      return Math.min(...runs);
    };

    // Were it to look at everything anew at every letter, it would be a hundred times.
    expect(timeOf(60_000)).toBeLessThan(50 * Math.max(timeOf(6_000), 0.2));
  });

  it('is cut at its beginning when long, and never inside a character', () => {
    expect(beginningOf('short')).toBe('short');
    expect(beginningOf('я'.repeat(60_000)).length).toBe(1500);
    expect(beginningOf('line\n'.repeat(500)).split('\n').length).toBe(24);
    expect(beginningOf(`a${'😀'.repeat(1000)}`)).toMatch(/^a(😀)+$/u);
  });

  it.each([
    ['Чи є в наявності?', 'uk'],
    ['Добрый день, вы работаете?', 'ru'],
    ['Дякую!', 'uk'],
    ['Is it in stock?', 'en'],
    ['Is it in stock? 😀', 'en'],
    ['مرحبا', undefined],
    ['12:30', undefined],
    ['schön', undefined],
  ])('is read aloud in its language: %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it('stands large when it is a face or three', () => {
    expect(['❤️', '😀😀😀', '👩‍👩‍👧', '👍🏽'].map(isEmojiAlone)).toEqual([true, true, true, true]);
    expect(['😀😀😀😀', 'ok 😀', '', '5'].map(isEmojiAlone)).toEqual([false, false, false, false]);
  });
});
