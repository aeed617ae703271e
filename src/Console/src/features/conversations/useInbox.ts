import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Conversation } from '../../api/types';
import { itemsOf } from '../../live/pages';
import { filterOf, type InboxSearch } from './conversationFilter';
import { conversationListQuery } from './conversationQueries';

/** What the address says, and how to change it. */
export function useInboxSearch() {
  const search = useSearch({ from: '/frame/conversations' });
  const navigate = useNavigate({ from: '/conversations' });
  const change = (changes: Partial<InboxSearch>) =>
    void navigate({ to: '.', search: (last: InboxSearch) => ({ ...last, ...changes }), replace: true });
  return { search, change };
}

/** The list that the address asks for. A conversation that moved between two reads is shown once. */
export function useInboxList() {
  const { search } = useInboxSearch();
  const query = useInfiniteQuery(conversationListQuery(filterOf(search)));
  const conversations = useMemo<Conversation[]>(
    () => [...new Map(itemsOf(query.data).map((item) => [item.id, item])).values()],
    [query.data],
  );
  return { ...query, conversations };
}
