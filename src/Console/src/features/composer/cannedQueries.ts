import { queryOptions, useMutation } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { CannedReply, Page } from '../../api/types';

/** All canned replies: a few hundred at most, looked through here. */
export const cannedRepliesQuery = queryOptions({
  queryKey: ['canned-replies'],
  queryFn: async ({ signal }) => {
    const all: CannedReply[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<CannedReply> = await api.get('canned-replies', { query: { limit: 200, cursor }, signal });
      all.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return all;
  },
  // Colleagues write them too, and the feed does not tell.
  staleTime: 60_000,
});

/** Those that match what was typed: by the beginning of the shortcut first, then the most used. */
export function matching(replies: CannedReply[], query: string, language: string): CannedReply[] {
  const rank = ({ shortcut, title, text }: CannedReply) => {
    if (shortcut.startsWith(query)) {
      return 0;
    }
    return title.toLowerCase().includes(query) ? 1 : text.toLowerCase().includes(query) ? 2 : 3;
  };
  const isForeign = (reply: CannedReply) => Number(reply.language !== null && !reply.language.startsWith(language));
  return replies
    .filter((reply) => rank(reply) < 3)
    .sort((one, other) => rank(one) - rank(other) || isForeign(one) - isForeign(other) || other.uses - one.uses);
}

/** Counts that a reply was used, which is by what the list is sorted. */
export const useCountUse = () => useMutation({ mutationFn: (id: string) => api.post(`canned-replies/${id}/used`) }).mutate;
