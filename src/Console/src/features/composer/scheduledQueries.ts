import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Message, NewMessage, Page, ScheduledMessage } from '../../api/types';
import { applyAnswer } from '../../live/applyEvent';
import { useAnnounce } from '../../ui/Notice';
import { useRefusal } from './useRefusal';

const keyOf = (conversationId: string) => ['scheduled', conversationId];

/** What waits to be sent in a conversation, the next first. */
export const scheduledQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keyOf(conversationId),
    queryFn: async ({ signal }) =>
      (await api.get<Page<ScheduledMessage>>(`conversations/${conversationId}/scheduled`, { signal })).items,
  });

export function useScheduling(conversationId: string) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const refusal = useRefusal();
  const { t } = useTranslation();
  const path = `conversations/${conversationId}/scheduled`;
  const shared = {
    onError: (error: Error) => announce(refusal(error), 'bad'),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(conversationId) }),
  };
  const plan = useMutation({
    mutationFn: async (messages: NewMessage[]) => {
      for (const body of messages) {
        await api.post(`conversations/${conversationId}/messages`, { body, idempotencyKey: crypto.randomUUID() });
      }
    },
    ...shared,
    onSuccess: () => announce(t('schedule.planned')),
  });
  const move = useMutation({
    mutationFn: ({ id, sendAt }: { id: string; sendAt: Date }) => api.patch(`${path}/${id}`, { body: { sendAt: sendAt.toISOString() } }),
    ...shared,
  });
  const sendNow = useMutation({
    mutationFn: (id: string) => api.post<Message>(`${path}/${id}/send`),
    ...shared,
    onSuccess: (message) => applyAnswer(client, message),
  });
  const cancel = useMutation({ mutationFn: (id: string) => api.delete(`${path}/${id}`), ...shared });

  return {
    plan: plan.mutate,
    move: move.mutate,
    sendNow: sendNow.mutate,
    cancel: cancel.mutate,
    isBusy: move.isPending || sendNow.isPending || cancel.isPending,
  };
}
