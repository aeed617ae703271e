import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { ConnectionState, Page, Settings } from '../../api/types';

/** A place outside the console where conversations are answered; secrets are masked. */
export type Desk = {
  id: string;
  kind: string;
  name: string;
  enabled: boolean;
  path: string | null;
  webhookPath: string;
  /** Which channels it serves; none of them means all. */
  channelIds: string[];
  state: ConnectionState;
  detail: string | null;
  /** How much work it has yet to do. */
  waiting: number;
  settings: Settings;
};

export const desksQuery = queryOptions({
  queryKey: ['desks'],
  queryFn: async ({ signal }) => (await api.get<Page<Desk>>('desks', { query: { limit: 200 }, signal })).items,
});

export type DeskContent = { name: string; path: string | null; channelIds: string[]; settings: Settings };

export type DeskChange = Partial<DeskContent> & { enabled?: boolean };

function useDeskMutation<Variables>(run: (variables: Variables) => Promise<Desk>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (desk) =>
      client.setQueryData<Desk[]>(['desks'], (desks = []) =>
        desks.some(({ id }) => id === desk.id) ? desks.map((known) => (known.id === desk.id ? desk : known)) : [...desks, desk],
      ),
  });
}

export type DeskRequest = { key: string; desk: DeskContent & { kind: string } };

export const useConnectDesk = () =>
  useDeskMutation(({ key, desk }: DeskRequest) => api.post<Desk>('desks', { body: desk, idempotencyKey: key }));

export const useChangeDesk = (id: string) => useDeskMutation((change: DeskChange) => api.patch<Desk>(`desks/${id}`, { body: change }));

export const useCheckDesk = (id: string) => useDeskMutation(() => api.post<Desk>(`desks/${id}/check`));

export function useDeleteDesk(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete(`desks/${id}`),
    onSuccess: () => client.setQueryData<Desk[]>(['desks'], (desks) => desks?.filter((desk) => desk.id !== id)),
  });
}
