import { describe, expect, it } from 'vitest';
import { channel } from '../../testing/samples';
import { findMistake, kindFor } from './attachments';
import { type DraftFile, emptyDraft } from './drafts';
import { toMessages } from './toMessages';

const file = (id: string, kind: DraftFile['kind']): DraftFile => ({ id, kind, url: '', mimeType: '', fileName: id, size: 1 });

describe('A draft is sent as', () => {
  it('nothing when there is nothing in it', () => {
    expect(toMessages({ ...emptyDraft, text: '  ' }, channel())).toEqual([]);
  });

  it('its text', () => {
    expect(toMessages({ ...emptyDraft, text: ' Hello ' }, channel())).toEqual([{ type: 'text', text: 'Hello' }]);
  });

  it('a message for each file, the words under the first that carries them', () => {
    const files = [file('a', 'voice'), file('b', 'image'), file('c', 'file')];

    expect(toMessages({ ...emptyDraft, text: 'Look', files }, channel())).toEqual([
      { type: 'voice', mediaId: 'a' },
      { type: 'image', mediaId: 'b', text: 'Look' },
      { type: 'file', mediaId: 'c' },
    ]);
  });

  it('words of their own where they are too long for a caption', () => {
    const text = 'x'.repeat(21);

    expect(toMessages({ ...emptyDraft, text, files: [file('b', 'image')] }, channel())).toEqual([
      { type: 'text', text },
      { type: 'image', mediaId: 'b' },
    ]);
  });

  it('a text with buttons, whose keys are their words where there is room', () => {
    expect(toMessages({ ...emptyDraft, text: 'Shall we?', buttons: ['Yes', ' ', 'Certainly not now'] }, channel())).toEqual([
      {
        type: 'buttons',
        text: 'Shall we?',
        buttons: [
          { text: 'Yes', key: 'Yes' },
          { text: 'Certainly not now', key: 'choice-2' },
        ],
      },
    ]);
  });
});

describe('A file', () => {
  it('is refused before it is uploaded when the channel would', () => {
    expect(findMistake({ size: 2000, type: 'image/png' }, 'image', channel())).toEqual({ kind: 'too-large', most: 1000 });
    expect(findMistake({ size: 0, type: 'image/png' }, 'image', channel())).toEqual({ kind: 'empty' });
    expect(findMistake({ size: 1, type: 'video/mp4' }, 'video', channel({ capabilities: ['text'] }))).toEqual({ kind: 'not-taken' });
    expect(findMistake({ size: 1000, type: 'image/png' }, 'image', channel())).toBeNull();
  });

  it('goes as a plain file where the channel has no better place for it', () => {
    expect(kindFor('video/mp4', 'video', channel({ capabilities: ['text', 'file'] }))).toBe('file');
    expect(kindFor('image/svg+xml', 'image', channel())).toBe('file');
    expect(kindFor('audio/webm', 'voice', channel({ capabilities: ['audio'] }))).toBe('audio');
  });
});
