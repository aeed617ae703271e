import { useEffect } from 'react';
import { useTell } from '../../live/LiveProvider';

/** Tells colleagues that this conversation is on the screen here. */
export function useViewing(conversationId: string) {
  const tell = useTell();
  useEffect(() => {
    tell({ type: 'viewing', conversationId });
    return () => tell({ type: 'viewing', conversationId: null });
  }, [tell, conversationId]);
}
