import { describe, expect, it } from 'vitest';
import { qrCode } from './qrCode';

const draw = (text: string) => qrCode(text).map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));

describe('A QR code', () => {
  it('is drawn as others draw it', () => {
    expect(draw('A')).toEqual([
      '#######.#..#..#######',
      '#.....#.#####.#.....#',
      '#.###.#...#.#.#.###.#',
      '#.###.#.##.##.#.###.#',
      '#.###.#..###..#.###.#',
      '#.....#..#.##.#.....#',
      '#######.#.#.#.#######',
      '........##.##........',
      '#.##.###..###.#..#.##',
      '.#.##..#.#.####..#...',
      '##..###.##.#.....##.#',
      '#.##.#.....#..#####..',
      '#..####..#..#..#..#..',
      '........#.##..#..#..#',
      '#######.#..##..#.#...',
      '#.....#.##.....##.##.',
      '#.###.#..##.#####...#',
      '#.###.#.####..######.',
      '#.###.#.#.#.#.##.....',
      '#.....#...#..#.#..#.#',
      '#######.#....#..#....',
    ]);
  });

  it.each([
    [14, 21],
    [15, 25],
    [122, 45],
    [666, 97],
  ])('of %i bytes has %i modules', (length, size) => {
    expect(qrCode('a'.repeat(length))).toHaveLength(size);
  });

  it('counts in bytes, not in letters', () => {
    expect(qrCode('ї'.repeat(7))).toHaveLength(21);
    expect(qrCode('ї'.repeat(8))).toHaveLength(25);
  });

  it('says when there is too much', () => {
    expect(() => qrCode('a'.repeat(667))).toThrow();
  });
});
