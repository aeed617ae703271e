import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Message, Page } from '../../api/types';

/** The newest page comes first; the cursor leads to older ones. */
export const threadQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: ['messages', conversationId],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Message>>(`conversations/${conversationId}/messages`, { query: { limit: 50, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
