import { describe, expect, it } from 'vitest';
import { en } from './en';
import { uk } from './uk';

type Texts = { [key: string]: string | Texts };

function keysOf(texts: Texts, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );
}

const plural = /_(one|few|many|other)$/;
const withoutPlurals = (texts: Texts) => [...new Set(keysOf(texts).map((key) => key.replace(plural, '')))].sort();

describe('The catalogues', () => {
  it('say the same things in both languages', () => {
    expect(withoutPlurals(uk)).toEqual(withoutPlurals(en));
  });

  it('have every Ukrainian plural', () => {
    const counted = keysOf(en).filter((key) => key.endsWith('_one'));
    const forms = counted.flatMap((key) => ['one', 'few', 'many', 'other'].map((form) => key.replace(plural, `_${form}`)));

    expect(keysOf(uk)).toEqual(expect.arrayContaining(forms));
  });
});
