import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastOf, markPairs, textPairs } from './contrast';

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours a rule of the sheet sets, by the exact selector. */
function rule(selector: string): Record<string, string> {
  const start = sheet.indexOf(`${selector} {`);
  const block = sheet.slice(start, sheet.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/--rz-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]));
}

const light = rule(':root');
const dark = { ...light, ...rule("[data-mantine-color-scheme='dark']") };
const schemes = {
  light,
  dark,
  'light, more contrast': { ...light, ...rule("[data-contrast='more']") },
  'dark, more contrast': { ...dark, ...rule("[data-contrast='more'][data-mantine-color-scheme='dark']") },
};

describe('Contrast', () => {
  it('is measured as WCAG does', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastOf('#1b2320', '#1b2320')).toBe(1);
  });

  describe.each(Object.entries(schemes))('in the scheme %s', (name, colours) => {
    const text = name.endsWith('more contrast') ? 7 : 4.5;

    it.each([
      ...textPairs.flatMap(({ ink, on }) => on.map((ground) => [ink, ground, text] as const)),
      ...markPairs.flatMap(({ ink, on }) => on.map((ground) => [ink, ground, 3] as const)),
    ])('of %s on %s is at least %d to 1', (ink, ground, least) => {
      expect(contrastOf(colours[ink]!, colours[ground]!)).toBeGreaterThanOrEqual(least);
    });
  });
});
