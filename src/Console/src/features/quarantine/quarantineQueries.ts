import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Page } from '../../api/types';

export const quarantineStates = ['waiting', 'replayed', 'discarded'] as const;

export type QuarantineState = (typeof quarantineStates)[number];

export type QuarantineItem = {
  id: string;
  platform: string;
  channelId: string | null;
  receivedAt: string;
  reason: string;
  size: number;
  state: QuarantineState;
  /** It came through a pass-through channel: nothing of it was kept. */
  withheld?: boolean;
};

export const quarantineQuery = (state: QuarantineState, channelId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['quarantine', 'list', state, channelId],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<QuarantineItem>>('quarantine', { query: { state, channelId, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });

export const quarantinedBodyQuery = (id: string) =>
  queryOptions({
    queryKey: ['quarantine', 'body', id],
    queryFn: async ({ signal }) => (await api.get<{ body: string }>(`quarantine/${id}`, { signal })).body,
  });

function useDecision<Variables, Result>(run: (variables: Variables) => Promise<Result>) {
  const client = useQueryClient();
  // Whatever came of it: somebody else may have decided meanwhile.
  return useMutation({ mutationFn: run, onSettled: () => client.invalidateQueries({ queryKey: ['quarantine'] }) });
}

export const useDecide = () =>
  useDecision(({ id, decision }: { id: string; decision: 'replay' | 'discard' }) =>
    api.post<QuarantineItem>(`quarantine/${id}/${decision}`),
  );

export const useReplayAll = () =>
  useDecision((channelId: string | undefined) =>
    api.post<{ replayed: number; left: number }>('quarantine/replay', { body: { channelId } }),
  );
