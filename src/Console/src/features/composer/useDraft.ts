import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react';
import { loadDraft, saveDraft } from './draftQueries';
import { DraftSaver } from './draftSaver';
import { type Draft, emptyDraft, keepDraft, readDraft } from './drafts';

/**
 * The draft of this conversation. Every change is kept in this browser at once and on the server soon after; on the way in, what the
 * server has counts unless this browser has something it has not heard of.
 */
export function useDraft(
  operatorId: string,
  conversationId: string,
  /** Whether it may be kept at all: of a pass-through channel it lives in this page only. */
  isKept = true,
): [Draft, Dispatch<SetStateAction<Draft>>] {
  const [kept] = useState(() => (isKept ? readDraft(localStorage, operatorId, conversationId) : { draft: emptyDraft, isSaved: true }));
  const [draft, setDraft] = useState(kept.draft);
  const isTouched = useRef(false);
  const latest = useRef(draft);
  const saver = useRef<DraftSaver<Draft>>(undefined);
  saver.current ??= new DraftSaver<Draft>(
    (value, isLast) => saveDraft(conversationId, value, isLast),
    (value) => keepDraft(localStorage, operatorId, conversationId, { draft: value, isSaved: true }),
  );

  const change = useCallback<Dispatch<SetStateAction<Draft>>>(
    (action) => {
      const next = typeof action === 'function' ? action(latest.current) : action;
      isTouched.current = true;
      latest.current = next;
      setDraft(next);
      if (isKept) {
        keepDraft(localStorage, operatorId, conversationId, { draft: next, isSaved: false });
        saver.current!.change(next);
      }
    },
    [operatorId, conversationId, isKept],
  );

  useEffect(() => {
    if (!isKept) {
      return undefined;
    }
    const saving = saver.current!;
    const loading = new AbortController();
    if (kept.isSaved) {
      loadDraft(conversationId, loading.signal)
        .then((saved) => {
          if (!isTouched.current) {
            latest.current = saved;
            setDraft(saved);
            keepDraft(localStorage, operatorId, conversationId, { draft: saved, isSaved: true });
          }
        })
        // Without an answer, or without a session, what this browser has goes on.
        .catch(() => {});
    } else {
      saving.change(kept.draft);
    }
    const saveNow = () => saving.flush();
    const leave = () => saving.flush(true);
    window.addEventListener('online', saveNow);
    window.addEventListener('pagehide', leave);
    return () => {
      loading.abort();
      window.removeEventListener('online', saveNow);
      window.removeEventListener('pagehide', leave);
      saving.flush();
    };
  }, [operatorId, conversationId, isKept, kept]);

  return [draft, change];
}
