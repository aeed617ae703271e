/** How bright a colour is to the eye, by WCAG: 0 to 1. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours written `#rrggbb`: 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

type Pair = { ink: string; on: string[] };

const grounds = ['canvas', 'surface', 'raised', 'hover'];

/** Which token is written on which: 4.5:1, and 7:1 where more contrast is asked for. */
export const textPairs: Pair[] = [
  { ink: 'ink', on: [...grounds, 'own', 'note', 'accent-soft', 'warn-soft', 'danger-soft'] },
  { ink: 'ink-soft', on: [...grounds, 'own', 'accent-soft'] },
  { ink: 'ink-faint', on: grounds },
  { ink: 'accent', on: [...grounds, 'accent-soft'] },
  { ink: 'on-accent', on: ['accent', 'accent-strong'] },
  { ink: 'note-ink', on: ['note', 'surface'] },
  { ink: 'danger', on: [...grounds, 'danger-soft'] },
  { ink: 'warn', on: [...grounds, 'warn-soft'] },
  { ink: 'good', on: grounds },
];

/** Which token marks something on which: borders of fields, icons, bars of a chart. 3:1. */
export const markPairs: Pair[] = [
  { ink: 'line-strong', on: ['canvas', 'surface', 'raised'] },
  { ink: 'accent', on: grounds },
  { ink: 'chart-in', on: ['surface'] },
  { ink: 'chart-out', on: ['surface'] },
];
