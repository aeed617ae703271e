import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api, Problem } from '../../api/client';
import type { Me } from '../../api/types';

/** Who is signed in; `null` is nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal, client }): Promise<Me | null> => {
    try {
      return await api.get<Me>('me', { signal });
    } catch (error) {
      // Not being signed in is an answer here, not a failure; somebody at work stays who they are and is asked to sign in again.
      if (error instanceof Problem && error.status === 401) {
        const known = client.getQueryData<Me | null>(['me']) ?? null;
        client.setQueryData<boolean>(['session-expired'], known !== null);
        return known;
      }
      throw error;
    }
  },
});

/** Whether the session of somebody at work has ended; set by whoever hears the server say so. */
export const expiredQuery = queryOptions({ queryKey: ['session-expired'], queryFn: () => false, staleTime: Infinity, initialData: false });

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
      const isSame = client.getQueryData<Me | null>(['me'])?.id === me.id;
      client.setQueryData<boolean>(expiredQuery.queryKey, false);
      if (isSame) {
        void client.invalidateQueries(); // the page stays, and what it shows may have gone on
      } else {
        client.removeQueries({ predicate: ({ queryKey: [name] }) => name !== 'me' && name !== 'setup' && name !== 'session-expired' });
      }
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
