import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Channel, NewChannel, Page } from '../../api/types';

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: async ({ signal }) => (await api.get<Page<Channel>>('channels', { query: { limit: 200 }, signal })).items,
});

export type SettingValue = string | number | string[];

/** A channel as an admin reads it; secrets are masked. */
export type OwnChannel = Channel & {
  path: string | null;
  webhookPath: string;
  settings: Record<string, SettingValue>;
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
  queryFn: ({ signal }) => api.get<{ publicUrl: string | null }>('settings', { signal }),
});

export type ChannelChange = { name?: string; enabled?: boolean; settings?: Record<string, SettingValue | null> };

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

export function useDeleteChannel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`channels/${id}`),
    onSuccess: (_, id) => {
      client.setQueryData<Channel[]>(['channels'], (channels) => channels?.filter((channel) => channel.id !== id));
    },
  });
}

const told = (id: string) => ['channel-told', id];

/** What was entered a moment ago and has to be entered at the platform too: the server never shows it again. */
export function useJustEntered(id: string) {
  const client = useQueryClient();
  return {
    value: client.getQueryData<Record<string, string>>(told(id)),
    keep: (channelId: string, secrets: Record<string, string>) => client.setQueryData(told(channelId), secrets),
  };
}
