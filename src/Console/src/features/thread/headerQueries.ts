import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Conversation } from '../../api/types';
import { applyConversation } from '../../live/applyEvent';
import { untilTime } from '../../ui/time';
import { useAnnounce } from '../../ui/Notice';
import { useRefusedAction } from '../collaboration/useRefusedAction';

/** Puts a conversation away until a time. */
export function useSnooze(conversationId: string) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const refused = useRefusedAction(conversationId);
  const { t, i18n } = useTranslation();
  return useMutation({
    mutationFn: (until: Date) =>
      api.post<Conversation>(`conversations/${conversationId}/snooze`, { body: { until: until.toISOString() } }),
    onSuccess: (conversation, until) => {
      applyConversation(client, conversation);
      announce(t('snooze.done', { time: untilTime(until.toISOString(), Date.now(), i18n.language) }));
    },
    onError: refused,
  });
}

export type LabelChange = { add?: string[]; remove?: string[] };

export function useLabels(conversationId: string) {
  const client = useQueryClient();
  const refused = useRefusedAction(conversationId);
  return useMutation({
    scope: { id: `labels-${conversationId}` },
    mutationFn: (change: LabelChange) => api.post<Conversation>(`conversations/${conversationId}/labels`, { body: change }),
    onSuccess: (conversation) => applyConversation(client, conversation),
    onError: refused,
  });
}
