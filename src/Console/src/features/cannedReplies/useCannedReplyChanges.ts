import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { CannedReply } from '../../api/types';
import { useAnnounce } from '../../ui/Notice';

type Written = { shortcut: string; title: string; text: string; language: string };

/** Saving and deleting one reply; `reply` is null for a new one. */
export function useCannedReplyChanges(reply: CannedReply | null, onDone: () => void) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const { t } = useTranslation();
  const finish = (words: string) => {
    void client.invalidateQueries({ queryKey: ['canned-replies'] });
    announce(words);
    onDone();
  };
  return {
    save: useMutation({
      mutationFn: (body: Written) =>
        reply
          ? api.patch<CannedReply>(`canned-replies/${reply.id}`, { body })
          : api.post<CannedReply>('canned-replies', { body, idempotencyKey: crypto.randomUUID() }),
      onSuccess: () => finish(t('cannedReplies.saved')),
    }),
    remove: useMutation({
      mutationFn: () => api.delete(`canned-replies/${reply!.id}`),
      onSuccess: () => finish(t('cannedReplies.removed')),
    }),
  };
}
