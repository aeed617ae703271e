import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { type Draft, keepDraft, readDraft } from './drafts';

/** The draft of this conversation; every change is kept at once. */
export function useDraft(operatorId: string, conversationId: string): [Draft, Dispatch<SetStateAction<Draft>>] {
  const [draft, setDraft] = useState(() => readDraft(localStorage, operatorId, conversationId));

  useEffect(() => {
    keepDraft(localStorage, operatorId, conversationId, draft);
  }, [operatorId, conversationId, draft]);

  return [draft, setDraft];
}
