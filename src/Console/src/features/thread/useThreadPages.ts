import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Message } from '../../api/types';
import type { Pages } from '../../live/pages';
import { inReadingOrder, newestPages } from './messageCache';
import { partQuery, threadQuery } from './threadQueries';

/** The messages on show: the newest part of the thread, or the part around the place somebody asked for. */
export function useThreadPages(conversationId: string) {
  const client = useQueryClient();
  const [place, setPlace] = useState<string | null>(null);
  const newest = useInfiniteQuery(threadQuery(conversationId));
  const part = useInfiniteQuery(partQuery(conversationId, place));
  const isPart = place !== null && part.data !== undefined;
  const { data, hasNextPage, fetchNextPage, isFetchNextPageError } = isPart ? part : newest;
  const { hasPreviousPage, fetchPreviousPage } = part;
  const isFetching = isPart ? part.isFetching : newest.isFetching;
  const messages = useMemo(() => (data ? inReadingOrder(data) : []), [data]);

  // A long walk through history is not kept: the next opening is as quick as the first.
  useEffect(
    () => () => {
      client.setQueryData<Pages<Message>>(threadQuery(conversationId).queryKey, (pages) => pages && newestPages(pages, 2));
    },
    [client, conversationId],
  );

  return {
    messages,
    error: newest.error ?? null,
    placeError: place === null ? null : part.error,
    isPending: newest.isPending,
    isFetching,
    isSeeking: place !== null && part.isPending,
    hasOlder: hasNextPage,
    hasNewer: isPart && hasPreviousPage,
    /** Whether reading older entries failed; scrolling must not ask for them again and again. */
    isStuck: isFetchNextPageError,
    readOlder: () => !isFetching && hasNextPage && void fetchNextPage(),
    readNewer: () => isPart && !isFetching && hasPreviousPage && void fetchPreviousPage(),
    showPlace: setPlace,
    showNewest: () => setPlace(null),
    retry: () => void newest.refetch(),
  };
}

export type ThreadPages = ReturnType<typeof useThreadPages>;
