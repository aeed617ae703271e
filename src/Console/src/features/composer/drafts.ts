/** What an operator has begun to write, kept for that person and conversation. */
export type Draft = { text: string; isNote: boolean; replyTo: string | null };

export const emptyDraft: Draft = { text: '', isNote: false, replyTo: null };

const keyOf = (operatorId: string, conversationId: string) => `rozmova.draft.${operatorId}.${conversationId}`;

export function readDraft(storage: Storage, operatorId: string, conversationId: string): Draft {
  try {
    const kept = storage.getItem(keyOf(operatorId, conversationId));
    return kept ? { ...emptyDraft, ...(JSON.parse(kept) as Partial<Draft>) } : emptyDraft;
  } catch {
    // A draft that cannot be read is none; typing must not break over it.
    return emptyDraft;
  }
}

export function keepDraft(storage: Storage, operatorId: string, conversationId: string, draft: Draft): void {
  const key = keyOf(operatorId, conversationId);
  if (draft.text === '' && draft.replyTo === null && !draft.isNote) {
    storage.removeItem(key);
  } else {
    storage.setItem(key, JSON.stringify(draft));
  }
}
