import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Operator, OperatorRole, Page } from '../../api/types';

export const operatorsQuery = queryOptions({
  queryKey: ['operators'],
  queryFn: async ({ signal }) => (await api.get<Page<Operator>>('operators', { query: { limit: 200 }, signal })).items,
});

/** An operator as admins read them. */
export type OwnOperator = Operator & { email: string | null; twoFactor: boolean; inviteUrl?: string };

function useOperatorMutation<Variables, Result>(run: (variables: Variables) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: ['operators'] }),
  });
}

export type Invitation = { key: string; name: string; email: string; role: OperatorRole };

export const useInvite = () =>
  useOperatorMutation(({ key, ...body }: Invitation) =>
    api.post<OwnOperator>('operators', { body, idempotencyKey: key }),
  );

export const useChangeOperator = (id: string) =>
  useOperatorMutation((change: { name?: string; role?: OperatorRole }) =>
    api.patch<OwnOperator>(`operators/${id}`, { body: change }),
  );

export const useResetTwoFactor = (id: string) => useOperatorMutation(() => api.delete(`operators/${id}/two-factor`));

export type TelegramTie = { url: string; expiresAt: string };

/** Makes a link whose first reader in Telegram is this operator from then on. */
export const useTelegramTie = (id: string) =>
  useMutation({ mutationFn: () => api.post<TelegramTie>(`operators/${id}/telegram-link`) });
