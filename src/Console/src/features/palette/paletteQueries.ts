import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Conversation, Page } from '../../api/types';
import { readEveryLanguage } from '../../i18n';

export type Person = { id: string; name: string | null; avatarUrl: string | null };

const most = 5;

/** Conversations and people by what was typed; not kept, as the palette asks anew each time. */
export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: ['palette', q],
    enabled: q.length > 1,
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { q, limit: most };
      const [conversations, people] = await Promise.all([
        api.get<Page<Conversation>>('conversations', { query, signal }),
        api.get<Page<Person>>('contacts', { query, signal }),
      ]);
      const shown = new Set(conversations.items.map(({ contact }) => contact.id));
      return { conversations: conversations.items, people: people.items.filter(({ id }) => !shown.has(id)) };
    },
  });

/** Whether the words of every language are there. */
export const everyLanguageQuery = queryOptions({
  queryKey: ['languages'],
  staleTime: Infinity,
  queryFn: () => readEveryLanguage().then(() => true),
});
