import { describe, expect, it } from 'vitest';
import { emptyDraft, keepDraft, readDraft } from './drafts';

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

describe('A draft', () => {
  it('is kept per person and conversation', () => {
    const storage = memory();
    keepDraft(storage, 'me', 'c1', { text: 'Hello', isNote: false, replyTo: 'm1' });

    expect(readDraft(storage, 'me', 'c1')).toEqual({ text: 'Hello', isNote: false, replyTo: 'm1' });
    expect(readDraft(storage, 'me', 'c2')).toEqual(emptyDraft);
    expect(readDraft(storage, 'somebody', 'c1')).toEqual(emptyDraft);
  });

  it('leaves nothing behind once it is sent', () => {
    const storage = memory();
    keepDraft(storage, 'me', 'c1', { text: 'Hello', isNote: false, replyTo: null });
    keepDraft(storage, 'me', 'c1', emptyDraft);

    expect(storage.length).toBe(0);
  });

  it('that cannot be read is none', () => {
    const storage = memory();
    storage.setItem('rozmova.draft.me.c1', '{broken');

    expect(readDraft(storage, 'me', 'c1')).toEqual(emptyDraft);
  });
});
