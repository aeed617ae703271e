import { infiniteQueryOptions, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Message, Page } from '../../api/types';
import { useAnnounce } from '../../ui/Notice';
import { useRefusal } from '../composer/useRefusal';

/** The newest page comes first; the cursor leads to older ones. */
export const threadQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: ['messages', conversationId],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Message>>(`conversations/${conversationId}/messages`, { query: { limit: 50, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

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
