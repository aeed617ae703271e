import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import { useAnnounce } from '../../ui/Notice';
import { holderIn } from '../conversations/holder';

/** Says why an action on a conversation was refused, and by whom it is held; what is shown of it is read anew. */
export function useRefusedAction(conversationId: string): (error: Error) => void {
  const client = useQueryClient();
  const announce = useAnnounce();
  const { t } = useTranslation();
  return (error) => {
    const holder = holderIn(error);
    announce(holder ? t('conversation.lost', { name: holder.name }) : t('conversation.failed', { reason: error.message }), 'bad');
    if (error instanceof Problem && error.status === 409) {
      void client.invalidateQueries({ queryKey: ['conversations', 'one', conversationId] });
    }
  };
}
