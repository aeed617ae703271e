import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Me } from '../../api/types';

export const twoFactorQuery = queryOptions({
  queryKey: ['two-factor'],
  queryFn: ({ signal }) => api.get<{ enabled: boolean; recoveryCodesLeft: number }>('me/two-factor', { signal }),
});

export function useChangeMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { name?: string; password?: string; currentPassword?: string }) =>
      api.patch<Me>('me', { body: change }),
    onSuccess: (me) => {
      client.setQueryData<Me | null>(['me'], me);
    },
  });
}

export const useBeginTwoFactor = () =>
  useMutation({ mutationFn: () => api.post<{ secret: string; address: string }>('me/two-factor') });

export const useConfirmTwoFactor = () =>
  useMutation({
    mutationFn: (code: string) => api.post<{ recoveryCodes: string[] }>('me/two-factor/confirm', { body: { code } }),
  });

export function useDisableTwoFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => api.post<void>('me/two-factor/disable', { body: { code } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['two-factor'] }),
  });
}
