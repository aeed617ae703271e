import { describe, expect, it } from 'vitest';
import { memory } from '../../testing/memory';
import { type Draft, emptyDraft, keepDraft, readDraft } from './drafts';

const draft: Draft = { ...emptyDraft, text: 'Hello', replyTo: 'm1' };

describe('A draft', () => {
  it('is kept per person and conversation', () => {
    const storage = memory();
    keepDraft(storage, 'me', 'c1', { draft, isSaved: false });

    expect(readDraft(storage, 'me', 'c1')).toEqual({ draft, isSaved: false });
    expect(readDraft(storage, 'me', 'c2').draft).toEqual(emptyDraft);
    expect(readDraft(storage, 'somebody', 'c1').draft).toEqual(emptyDraft);
  });

  it('leaves nothing behind once it is sent and the server knows', () => {
    const storage = memory();
    keepDraft(storage, 'me', 'c1', { draft, isSaved: true });
    keepDraft(storage, 'me', 'c1', { draft: emptyDraft, isSaved: false });
    expect(readDraft(storage, 'me', 'c1').isSaved).toBe(false);

    keepDraft(storage, 'me', 'c1', { draft: emptyDraft, isSaved: true });

    expect(storage.length).toBe(0);
  });

  it('that cannot be read is none', () => {
    const storage = memory();
    storage.setItem('rozmova.draft.me.c1', '{broken');

    expect(readDraft(storage, 'me', 'c1')).toEqual({ draft: emptyDraft, isSaved: true });
  });
});
