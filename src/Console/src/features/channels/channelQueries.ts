import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Channel, NewChannel, Page } from '../../api/types';

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: async ({ signal }) => (await api.get<Page<Channel>>('channels', { query: { limit: 200 }, signal })).items,
});

export type ChannelRequest = { key: string; channel: NewChannel };

export function useConnectChannel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, channel }: ChannelRequest) => api.post<Channel>('channels', { body: channel, idempotencyKey: key }),
    onSuccess: (channel) => {
      client.setQueryData<Channel[]>(['channels'], (channels = []) => [
        ...channels.filter((known) => known.id !== channel.id),
        channel,
      ]);
    },
  });
}
