import type { Dispatch, SetStateAction } from 'react';
import type { Draft } from './drafts';
import { useOutbox, useUnsent } from './useOutbox';

/** Calls back what was written last and has not left yet, into the draft; false when there is nothing to call back. */
export function useUndo(conversationId: string, onDraft: Dispatch<SetStateAction<Draft>>): () => boolean {
  const outbox = useOutbox();
  const last = useUnsent(conversationId).findLast(({ state, leavesAt }) => state === 'held' && leavesAt > 0);
  return () => {
    if (!last) {
      return false;
    }
    const { message, file } = last;
    outbox.discard(last);
    onDraft((draft) => ({
      ...draft,
      text: (message.content.text ?? '') + draft.text,
      replyTo: draft.replyTo ?? message.replyTo,
      isNote: message.note,
      files: file ? [file, ...draft.files] : draft.files,
      buttons: message.content.buttons?.map(({ text = '' }) => text) ?? draft.buttons,
    }));
    return true;
  };
}
