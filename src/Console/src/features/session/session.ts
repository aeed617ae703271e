import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api, Problem } from '../../api/client';
import type { Me } from '../../api/types';

/** Who is signed in; `null` is nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await api.get<Me>('me', { signal });
    } catch (error) {
      // Not being signed in is an answer here, not a failure.
      if (error instanceof Problem && error.status === 401) {
        return null;
      }
      throw error;
    }
  },
});

/** Whether the first admin is still missing; and for an invitation, whose it is. */
export type SetupState = { needed: boolean; name: string | null; email: string | null };

export const setupQuery = (token?: string) =>
  queryOptions({
    queryKey: ['setup', token],
    queryFn: ({ signal }) => api.get<SetupState>('setup', { query: { token }, signal }),
  });

/** For pages behind the sign-in, where the router has made sure of it. */
export function useMe(): Me {
  const me = useSuspenseQuery(meQuery).data;
  if (!me) {
    throw new Error('This part is only shown to someone signed in.');
  }
  return me;
}

function useEntering<Variables>(enter: (variables: Variables) => Promise<Me>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: enter,
    onSuccess: (me) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' && query.queryKey[0] !== 'setup' });
      client.setQueryData<Me | null>(['me'], me);
    },
  });
}

export const useSignIn = () =>
  useEntering((credentials: { email: string; password: string; code?: string }) => api.post<Me>('session', { body: credentials }));

export const useSetup = () =>
  useEntering((admin: { token: string; name: string; email: string; password: string }) =>
    api.post<Me>('setup', { body: admin }),
  );

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete('session'),
    onSuccess: () => {
      client.setQueryData<Me | null>(['me'], null);
    },
  });
}
