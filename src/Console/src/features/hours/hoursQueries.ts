import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Page } from '../../api/types';

export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type WeekDay = (typeof weekDays)[number];

export type DaySpan = { from: string; to: string };

export type ExceptionDay = { date: string; spans: DaySpan[]; note: string | null };

export type HoursContent = {
  name: string;
  timeZone: string;
  week: ({ day: WeekDay } & DaySpan)[];
  exceptions: ExceptionDay[];
  channelIds: string[];
};

export type Hours = HoursContent & { id: string };

export const hoursQuery = queryOptions({
  queryKey: ['hours'],
  queryFn: async ({ signal }) => (await api.get<Page<Hours>>('hours', { signal })).items,
});

export const hoursNowQuery = (id: string) =>
  queryOptions({
    queryKey: ['hours', id, 'now'],
    queryFn: ({ signal }) => api.get<{ open: boolean; changesAt: string | null }>(`hours/${id}/now`, { signal }),
    staleTime: 30_000,
  });

function useHoursMutation<Variables, Result>(run: (variables: Variables) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: ['hours'] }) });
}

export const useSaveHours = (id: string | null) =>
  useHoursMutation((body: HoursContent) =>
    id ? api.patch<Hours>(`hours/${id}`, { body }) : api.post<Hours>('hours', { body }),
  );

export const useDeleteHours = () => useHoursMutation((id: string) => api.delete(`hours/${id}`));
