import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Page } from '../../api/types';
import type { ConversationFilter } from '../conversations/conversationFilter';

/** A list of conversations under a name: its owner's, or everybody's. */
export type SavedView = { id: string; ownerId: string; name: string; shared: boolean; filter: ConversationFilter };

export type ViewContent = { name?: string; shared?: boolean; filter?: ConversationFilter };

type Stored = Omit<SavedView, 'filter'> & { filter: Record<string, unknown> };

/** What narrows nothing is null over there and absent here. */
const read = ({ filter, ...view }: Stored): SavedView => ({
  ...view,
  filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null)),
});

export const viewsQuery = queryOptions({
  // Others may have shared one.
  staleTime: 60_000,
  queryKey: ['views'],
  queryFn: async ({ signal }) => (await api.get<Page<Stored>>('views', { signal })).items.map(read),
});

function useViewMutation<Variables>(run: (variables: Variables) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: ['views'] }) });
}

export const useSaveView = () =>
  useViewMutation(({ key, ...body }: ViewContent & { key: string }) => api.post('views', { body, idempotencyKey: key }));

export const useChangeView = (id: string) => useViewMutation((body: ViewContent) => api.patch(`views/${id}`, { body }));

export const useDeleteView = (id: string) => useViewMutation(() => api.delete(`views/${id}`));
