import { lazy, Suspense } from 'react';
import { useViewers } from '../collaboration/useViewers';

const Viewers = lazy(async () => ({ default: (await import('../collaboration/Viewers')).Viewers }));

/** Who else looks at a conversation; what draws them is fetched when the first one does. */
export function RowViewers({ conversationId }: { conversationId: string }) {
  const isSeen = useViewers(conversationId).length > 0;
  return (
    isSeen && (
      <Suspense>
        <Viewers conversationId={conversationId} size={20} />
      </Suspense>
    )
  );
}
