import { useEffect, useRef } from 'react';
import { useTell } from '../../live/LiveProvider';

/** The server forgets a word of writing after 6 s. */
const repeatAfter = 3000;

/** Tells colleagues, and the customer where the messenger can, that a reply is being written. A draft from before is no news. */
export function useWriting(conversationId: string, text: string) {
  const tell = useTell();
  const last = useRef({ text, toldAt: 0 });
  useEffect(() => {
    const now = Date.now();
    const { text: before, toldAt } = last.current;
    if (text === before) {
      return;
    }
    last.current.text = text;
    if (text === '') {
      last.current.toldAt = 0;
      tell({ type: 'viewing', conversationId });
    } else if (now - toldAt >= repeatAfter) {
      last.current.toldAt = now;
      tell({ type: 'typing', conversationId });
    }
  }, [tell, conversationId, text]);
}
