import { describe, expect, it } from 'vitest';
import { bytesOf, hexOf, textOf } from './rawBody';

describe('A raw body', () => {
  it('reads as text where it is text', () => {
    expect(textOf(bytesOf(btoa('{"a":1}')))).toBe('{"a":1}');
  });

  it('is not text where it is not', () => {
    expect(textOf(Uint8Array.of(0x7b, 0xff))).toBeNull();
  });

  it('shows its bytes, sixteen in a line', () => {
    expect(hexOf(Uint8Array.of(...Array<number>(16).fill(65), 0))).toBe(
      `000000  ${Array<string>(16).fill('41').join(' ')}  AAAAAAAAAAAAAAAA\n000010  00${' '.repeat(45)}  .`,
    );
  });
});
