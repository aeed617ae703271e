import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Conversation } from '../../api/types';
import { applyConversation } from '../../live/applyEvent';
import { useAnnounce } from '../../ui/Notice';
import { useRefusedAction } from './useRefusedAction';

/** Asks whoever holds a conversation for it. */
export function useAsk(conversationId: string) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const refused = useRefusedAction(conversationId);
  const { t } = useTranslation();
  return useMutation({
    mutationFn: () => api.post<Conversation>(`conversations/${conversationId}/ask`),
    onSuccess: (conversation) => {
      applyConversation(client, conversation);
      announce(t('hold.asked', { name: conversation.claim?.name ?? '' }));
    },
    onError: refused,
  });
}

export type Handing = { to: { id: string; name: string }; note?: string };

/** Gives a conversation to an operator, perhaps to oneself. */
export function useHandOver(conversationId: string) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const refused = useRefusedAction(conversationId);
  const { t } = useTranslation();
  return useMutation({
    mutationFn: ({ to, note }: Handing) =>
      api.post<Conversation>(`conversations/${conversationId}/transfer`, { body: { operatorId: to.id, note } }),
    onSuccess: (conversation, { to }) => {
      applyConversation(client, conversation);
      announce(t('hold.handed', { name: to.name }));
    },
    onError: refused,
  });
}
