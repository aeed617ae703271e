import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Conversation, Page, Stats, Waiting } from '../../api/types';

/** Days and midnights are the reader's. */
const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The live feed has these read again after a change; times pass without one. */
const minute = 60_000;

export const waitingQuery = queryOptions({
  queryKey: ['stats', 'waiting'],
  queryFn: ({ signal }) => api.get<Waiting>('stats/waiting', { query: { timeZone: timeZone() }, signal }),
  refetchInterval: minute,
});

export const todayQuery = queryOptions({
  queryKey: ['stats', 'today'],
  queryFn: ({ signal }) => api.get<Stats>('stats/today', { query: { timeZone: timeZone() }, signal }),
  refetchInterval: minute,
});

/** Whether anybody has ever written. */
export const anyConversationQuery = queryOptions({
  queryKey: ['stats', 'any'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<Conversation>>('conversations', { query: { limit: 1 }, signal })).items.length > 0,
});
