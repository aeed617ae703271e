import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './client';

// A timer, as is its default, would cost a change of the live feed some milliseconds on its way to the screen.
notifyManager.setScheduler(queueMicrotask);

/** A session that ended shows the sign-in page wherever the operator is. */
function forgetSessionWhenRefused(error: Error) {
  if (error instanceof Problem && error.status === 401) {
    queryClient.setQueryData(['me'], null);
  }
}

const gotNoAnswer = (failures: number, error: Error) => failures < 3 && error instanceof Problem && error.status === 0;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: forgetSessionWhenRefused }),
  mutationCache: new MutationCache({ onError: forgetSessionWhenRefused }),
  defaultOptions: {
    // The live feed keeps what is cached current, so nothing grows stale by itself.
    queries: { staleTime: Infinity, gcTime: 30 * 60_000, retry: gotNoAnswer },
  },
});
