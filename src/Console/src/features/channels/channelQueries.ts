import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Channel, NewChannel, Page, Settings } from '../../api/types';

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: async ({ signal }) => (await api.get<Page<Channel>>('channels', { query: { limit: 200 }, signal })).items,
});

/** A channel as an admin reads it; secrets are masked. */
export type OwnChannel = Channel & {
  path: string | null;
  webhookPath: string;
  settings: Settings;
};

export type ChannelActivity = {
  channelId: string;
  lastInboundAt: string | null;
  lastOutboundAt: string | null;
  lastFailedAt: string | null;
  lastError: string | null;
};

/** For admins, whose list has the settings too. */
export const ownChannelsQuery = queryOptions({ ...channelsQuery, select: (channels) => channels as OwnChannel[] });

export const activityQuery = queryOptions({
  queryKey: ['channel-activity'],
  queryFn: async ({ signal }) => (await api.get<Page<ChannelActivity>>('channels/activity', { signal })).items,
  // Messages change it all the time; it is read when it is looked at.
  staleTime: 5000,
});

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => api.get<{ publicUrl: string | null; simulatedCustomer: string | null }>('settings', { signal }),
});

export type ChannelChange = { name?: string; enabled?: boolean; privacy?: Channel['privacy']; settings?: Settings };

function useChannelMutation<Variables>(run: (variables: Variables) => Promise<Channel>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (channel) => {
      client.setQueryData<Channel[]>(['channels'], (channels = []) =>
        channels.some(({ id }) => id === channel.id)
          ? channels.map((known) => (known.id === channel.id ? channel : known))
          : [...channels, channel],
      );
    },
  });
}

export type ChannelRequest = { key: string; channel: NewChannel };

export const useConnectChannel = () =>
  useChannelMutation(({ key, channel }: ChannelRequest) =>
    api.post<Channel>('channels', { body: channel, idempotencyKey: key }),
  );

export const useChangeChannel = (id: string) =>
  useChannelMutation((change: ChannelChange) => api.patch<Channel>(`channels/${id}`, { body: change }));

export const useCheckChannel = (id: string) => useChannelMutation(() => api.post<Channel>(`channels/${id}/check`));

export function useDeleteChannel(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete(`channels/${id}`),
    onSuccess: () => {
      client.setQueryData<Channel[]>(['channels'], (channels) => channels?.filter((channel) => channel.id !== id));
    },
  });
}
