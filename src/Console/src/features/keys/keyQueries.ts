import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Page } from '../../api/types';

export type ApiKey = { id: string; operatorId: string; name: string | null; createdAt: string; lastUsedAt: string | null };

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: async ({ signal }) => (await api.get<Page<ApiKey>>('keys', { signal })).items,
  staleTime: 5000,
});

function useKeyMutation<Variables, Result>(run: (variables: Variables) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }) });
}

export const useCreateKey = () =>
  useKeyMutation(({ operatorId, name, key }: { operatorId: string; name: string; key: string }) =>
    api.post<{ id: string; key: string; name: string }>(`operators/${operatorId}/keys`, { body: { name }, idempotencyKey: key }),
  );

export const useRevokeKey = () =>
  useKeyMutation((key: ApiKey) => api.delete(`operators/${key.operatorId}/keys/${key.id}`));
