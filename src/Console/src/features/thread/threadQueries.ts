import { infiniteQueryOptions, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Media, Message, Page } from '../../api/types';
import { applyEvent } from '../../live/applyEvent';
import { useAnnounce } from '../../ui/Notice';
import { channelsQuery } from '../channels/channelQueries';
import { useRefusal } from '../composer/useRefusal';

const pageSize = 50;

/** The newest page comes first; the cursor leads to older ones. */
export const threadQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: ['messages', conversationId],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Message>>(`conversations/${conversationId}/messages`, { query: { limit: pageParam ? 2 * pageSize : pageSize, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** The part of a thread around a message or a moment; it grows both ways. */
export const partQuery = (conversationId: string, around: string | null) =>
  infiniteQueryOptions({
    queryKey: ['messages', conversationId, 'around', around],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Message>>(`conversations/${conversationId}/messages`, {
        query: { limit: pageSize, cursor: pageParam, around: pageParam ? null : around },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    getPreviousPageParam: (page) => page.previous ?? null,
    enabled: around !== null,
    gcTime: 60_000,
  });

export type EarlierWords = { text: string; until: string };

/** What an edited message said before; asked for anew after every edit. */
export const earlierQuery = ({ id, conversationId, editedAt }: Message) =>
  queryOptions({
    queryKey: ['earlier', id, editedAt],
    queryFn: async ({ signal }) =>
      (await api.get<Page<EarlierWords>>(`conversations/${conversationId}/messages/${id}/earlier`, { signal })).items,
  });

/** What the channel of a conversation can do beside sending; nothing while that is not known. */
export function useAbilities(channelId: string): (ability: string) => boolean {
  const { data: channels } = useQuery(channelsQuery);
  const known = channels?.find(({ id }) => id === channelId)?.capabilities ?? [];
  return (ability) => known.includes(ability);
}

/** Sends a message once more that failed or of which nobody knows; what becomes of it comes by the live feed. */
export function useSendAgain({ id, conversationId }: Message) {
  const announce = useAnnounce();
  const refusal = useRefusal();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: () => api.post<Message>(`conversations/${conversationId}/messages/${id}/retry`),
    onSuccess: () => announce(t('delivery.queued')),
    onError: (error) => announce(refusal(error), 'bad'),
  });
}

/** Asks the platform once more for a file that could not be fetched. */
export function useFetchAgain(mediaId: string) {
  const announce = useAnnounce();
  const refusal = useRefusal();
  return useMutation({
    mutationFn: () => api.post<Media>(`media/${mediaId}/retry`),
    onError: (error) => announce(refusal(error), 'bad'),
  });
}

/** A change of one message: what the server makes of it is shown at once, what it refuses is said. */
function useChange<Variables>(change: (variables: Variables) => Promise<Message>, done?: string) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const refusal = useRefusal();
  return useMutation({
    mutationFn: change,
    onSuccess: (message) => {
      applyEvent(client, { type: 'message.updated', seq: 0, at: message.createdAt, data: message });
      if (done) {
        announce(done);
      }
    },
    onError: (error) => announce(refusal(error), 'bad'),
  });
}

/** Gives a message of ours other words, on the customer's phone too. */
export function useEditMessage({ id, conversationId, content }: Message) {
  const { t } = useTranslation();
  return useChange(
    (text: string) =>
      api.patch<Message>(`conversations/${conversationId}/messages/${id}`, {
        body: { content: { type: content.type, text, buttons: content.buttons, mediaId: content.mediaId } },
      }),
    t('thread.wasEdited'),
  );
}

/** Takes a message of ours back. */
export function useDeleteMessage({ id, conversationId }: Message) {
  const { t } = useTranslation();
  return useChange(() => api.delete<Message>(`conversations/${conversationId}/messages/${id}`), t('thread.wasDeleted'));
}

/** Leaves our sign on what a customer wrote, or takes it back (`null`). */
export function useReact({ id, conversationId }: Message) {
  return useChange((emoji: string | null) => api.put<Message>(`conversations/${conversationId}/messages/${id}/reaction`, { body: { emoji } }));
}
