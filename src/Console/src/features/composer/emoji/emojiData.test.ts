import { describe, expect, it } from 'vitest';
import { emojiGroups, findEmojis } from './emojiData';

describe('Emojis', () => {
  it('stand in the list once each, with words to find them by', () => {
    const all = emojiGroups.flatMap(({ emojis }) => emojis);

    expect(new Set(all.map(({ character }) => character)).size).toBe(all.length);
    expect(all.every(({ words }) => words.length > 0)).toBe(true);
  });

  it('are found in English and in Ukrainian, whole words first', () => {
    expect(findEmojis('thanks', 3)[0]?.character).toBe('🙏');
    expect(findEmojis('дякую', 3)[0]?.character).toBe('🙏');
    expect(findEmojis('star', 2)[0]?.words).toContain('star');
  });
});
