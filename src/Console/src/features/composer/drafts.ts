import type { ContentType, Media } from '../../api/types';

/** A file that will go with a draft, and what it is sent as. */
export type DraftFile = Media & { kind: ContentType };

/** What an operator has begun to write, kept for that person and conversation. */
export type Draft = { text: string; isNote: boolean; replyTo: string | null; files: DraftFile[]; buttons: string[] };

/** A draft as this browser keeps it; `isSaved` once the server has it too. */
export type KeptDraft = { draft: Draft; isSaved: boolean };

export const emptyDraft: Draft = { text: '', isNote: false, replyTo: null, files: [], buttons: [] };

export const isEmpty = ({ text, isNote, replyTo, files, buttons }: Draft): boolean =>
  text === '' && !isNote && replyTo === null && files.length === 0 && buttons.length === 0;

const keyOf = (operatorId: string, conversationId: string) => `rozmova.draft.${operatorId}.${conversationId}`;

export function readDraft(storage: Storage, operatorId: string, conversationId: string): KeptDraft {
  try {
    const kept = storage.getItem(keyOf(operatorId, conversationId));
    const { isSaved = false, ...draft } = kept ? (JSON.parse(kept) as Partial<Draft> & { isSaved?: boolean }) : { isSaved: true };
    return { draft: { ...emptyDraft, ...draft }, isSaved };
  } catch {
    // A draft that cannot be read is none; typing must not break over it.
    return { draft: emptyDraft, isSaved: true };
  }
}

export function keepDraft(storage: Storage, operatorId: string, conversationId: string, { draft, isSaved }: KeptDraft): void {
  const key = keyOf(operatorId, conversationId);
  if (isSaved && isEmpty(draft)) {
    storage.removeItem(key);
  } else {
    storage.setItem(key, JSON.stringify({ ...draft, isSaved }));
  }
}
