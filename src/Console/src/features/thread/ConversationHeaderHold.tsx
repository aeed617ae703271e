import { Button } from '@mantine/core';
import { IconHandGrab, IconHandStop, IconMessageQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { useAsk } from '../collaboration/holdQueries';
import { useHolder } from '../collaboration/useHolder';
import { useConversationAction } from '../conversations/conversationQueries';
import { useShortcuts } from '../shortcuts/useShortcuts';

/** The one thing to do about who holds it: take it, give it up, or ask for it. */
export function ConversationHeaderHold({ conversation: { id, status }, className }: { conversation: Conversation; className?: string }) {
  const { t } = useTranslation();
  const action = useConversationAction(id);
  const ask = useAsk(id);
  const { claim, isMine, isOthers, mayTakeOver } = useHolder(id);
  const take = () => action.mutate('claim');
  const release = () => action.mutate('release');
  useShortcuts({
    ...(!isMine && { KeyT: take }),
    ...((isMine || mayTakeOver) && { 'Shift+KeyT': release }),
    ...(isOthers && { '@ask': () => ask.mutate() }),
  });

  if (isMine) {
    return (
      <Button className={className} leftSection={<IconHandStop size={18} aria-hidden />} variant="default" onClick={release}>
        {t('conversation.release')}
      </Button>
    );
  }
  if (isOthers) {
    return (
      <Button
        className={className}
        leftSection={<IconMessageQuestion size={18} aria-hidden />}
        variant="default"
        loading={ask.isPending}
        disabled={ask.data?.claim?.operatorId === claim!.operatorId}
        onClick={() => ask.mutate()}
      >
        {t('hold.ask')}
      </Button>
    );
  }
  return status === 'closed' ? null : (
    <Button
      className={className}
      leftSection={<IconHandGrab size={18} aria-hidden />}
      variant="light"
      loading={action.isPending && action.variables === 'claim'}
      onClick={take}
    >
      {t('conversation.take')}
    </Button>
  );
}
