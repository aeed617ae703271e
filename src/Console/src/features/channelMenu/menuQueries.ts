import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { MenuLine } from './menuLines';

/** The menu as the platform has it now, whoever made it. */
export const menuQuery = (channelId: string) =>
  queryOptions({
    queryKey: ['channel-menu', channelId],
    queryFn: async ({ signal }) => (await api.get<{ items: MenuLine[] }>(`channels/${channelId}/menu`, { signal })).items,
    staleTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });

/** No line at all takes the menu away. */
export function usePublishMenu(channelId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (items: MenuLine[]) => {
      const path = `channels/${channelId}/menu`;
      return items.length === 0 ? (await api.delete(path), []) : (await api.put<{ items: MenuLine[] }>(path, { body: { items } })).items;
    },
    onSuccess: (items) => {
      client.setQueryData(['channel-menu', channelId], items);
      void client.invalidateQueries({ queryKey: ['channels'] }); // it stands in the settings too
    },
  });
}
