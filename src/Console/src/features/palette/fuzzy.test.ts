import { describe, expect, it } from 'vitest';
import { otherLayout, rank } from './fuzzy';

const actions = [
  ['Take', 'Взяти'],
  ['Close or reopen', 'Закрити або відкрити знову'],
  ['Next conversation', 'Наступна розмова'],
  ['Snooze', 'Відкласти'],
];
const found = (query: string) => rank(actions, query, (names) => names).map(([name]) => name);

describe('The palette', () => {
  it('finds an action by its beginning, by a word within, and by scattered letters', () => {
    expect(found('clo')).toEqual(['Close or reopen']);
    expect(found('conv')).toEqual(['Next conversation']);
    expect(found('snz')).toEqual(['Snooze']);
  });

  it('finds it in either language, whichever is shown', () => {
    expect(found('відкл')).toEqual(['Snooze']);
    expect(found('ЗАКР')).toEqual(['Close or reopen']);
  });

  it('understands what was typed with the wrong layout on', () => {
    expect(otherLayout('ефлу')).toBe('take');
    expect(found('ефлу')).toEqual(['Take']);
    expect(found('dpznb')).toEqual(['Take']);
  });

  it('puts the better fit first', () => {
    expect(rank(['Reopen', 'Open'], 'open', (name) => [name])).toEqual(['Open', 'Reopen']);
  });

  it('keeps everything while nothing is typed, and nothing when nothing fits', () => {
    expect(found(' ')).toHaveLength(4);
    expect(found('xyzzy')).toEqual([]);
  });
});
