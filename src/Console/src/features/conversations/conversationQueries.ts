import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, Problem } from '../../api/client';
import type { Conversation, Page } from '../../api/types';
import { queryClient } from '../../api/queryClient';
import { applyConversation, knownConversation } from '../../live/applyEvent';
import { useAnnounce } from '../../ui/Notice';
import { holderIn } from './holder';
import type { ConversationFilter } from './conversationFilter';
import type { InboxCounts } from './inboxCounts';

export const conversationListQuery = (filter: ConversationFilter) =>
  infiniteQueryOptions({
    queryKey: ['conversations', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Conversation>>('conversations', { query: { ...filter, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // Long enough to come back to; every list kept is one more to bring up to each event.
    gcTime: 5 * 60_000,
  });

/** How many conversations each view holds; kept current by the live feed. */
export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => api.get<InboxCounts>('conversations/counts', { signal }),
  // A claim runs out without an event.
  refetchInterval: 5 * 60_000,
});

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversations', 'one', id],
    queryFn: ({ signal }) => api.get<Conversation>(`conversations/${id}`, { signal }),
    // A row of a list is the whole of it, and as current.
    initialData: () => knownConversation(queryClient, id),
  });

export type ConversationAction = 'claim' | 'release' | 'close' | 'reopen';

/** What an operator does to a conversation as a whole; a refusal names who holds it. */
export function useConversationAction(id: string) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const { t } = useTranslation();
  return useMutation({
    scope: { id: `conversation-${id}` },
    mutationFn: (action: ConversationAction) => api.post<Conversation>(`conversations/${id}/${action}`),
    onSuccess: (conversation, action) => {
      applyConversation(client, conversation);
      const done = { claim: 'taken', release: 'released', close: 'wasClosed', reopen: 'reopened' } as const;
      announce(t(`conversation.${done[action]}`));
    },
    onError: (error) => {
      const holder = holderIn(error);
      announce(
        holder ? t('conversation.lost', { name: holder.name }) : t('conversation.failed', { reason: error.message }),
        'bad',
      );
      if (error instanceof Problem && error.status === 409) {
        void client.invalidateQueries({ queryKey: ['conversations', 'one', id] });
      }
    },
  });
}

export function useMarkRead(id: string) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `read-${id}` },
    mutationFn: () => api.post<Conversation>(`conversations/${id}/read`),
    onSuccess: (conversation) => applyConversation(client, conversation),
  });
}
