import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Page } from '../../api/types';

/** The tones a label may have; what they look like is in LabelChip.module.css. */
export const labelColours = ['grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink'] as const;

export type LabelColour = (typeof labelColours)[number];

export type Label = { id: string; name: string; colour: LabelColour; conversations: number };

export const labelsQuery = queryOptions({
  queryKey: ['labels'],
  queryFn: async ({ signal }) => (await api.get<Page<Label>>('labels', { signal })).items,
  // Conversations get labelled all the time; the list is read when it is looked at.
  staleTime: 30_000,
});

/** All labels, and the colour of each by its name: conversations carry the name. */
export function useLabels() {
  const { data: labels = [] } = useQuery(labelsQuery);
  return { labels, colourOf: (name: string): LabelColour => labels.find((label) => label.name === name)?.colour ?? 'grey' };
}

export type LabelChange = { id?: string; name?: string; colour?: LabelColour };

function useLabelMutation<Variables, Result>(run: (variables: Variables) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['labels'] });
      // A name is on the conversations themselves.
      void client.invalidateQueries({ queryKey: ['conversations'] });
    },
  });
}

export const useSaveLabel = () =>
  useLabelMutation(({ id, ...body }: LabelChange) =>
    id ? api.patch<Label>(`labels/${id}`, { body }) : api.post<Label>('labels', { body }),
  );

export const useDeleteLabel = () => useLabelMutation((id: string) => api.delete(`labels/${id}`));
