import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './client';

// A timer, as is its default, would cost a change of the live feed some milliseconds on its way to the screen.
notifyManager.setScheduler(queueMicrotask);

/** A session that ended is offered anew over the page the operator is on, which loses nothing. */
function noticeLostSession(error: Error) {
  if (error instanceof Problem && error.status === 401) {
    queryClient.setQueryData(['session-expired'], queryClient.getQueryData(['me']) != null);
  }
}

const gotNoAnswer = (failures: number, error: Error) => failures < 3 && error instanceof Problem && error.status === 0;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeLostSession }),
  mutationCache: new MutationCache({ onError: noticeLostSession }),
  defaultOptions: {
    // The live feed keeps what is cached current, so nothing grows stale by itself.
    queries: { staleTime: Infinity, gcTime: 30 * 60_000, retry: gotNoAnswer },
  },
});
