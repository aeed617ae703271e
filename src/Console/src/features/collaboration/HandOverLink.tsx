import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { useMe } from '../session/session';
import { useHandOver } from './holdQueries';
import { useHolder } from './useHolder';

/** Beside the line that says a colleague asks for the conversation, while it is mine. */
export function HandOverLink({ asked: { conversationId, author } }: { asked: Message }) {
  const { t } = useTranslation();
  const me = useMe();
  const { isMine } = useHolder(conversationId);
  const handOver = useHandOver(conversationId);
  if (!isMine || !author.id || author.id === me.id) {
    return null;
  }
  const to = { id: author.id, name: author.name ?? '' };
  return (
    <Button mx={8} size="compact-xs" variant="light" loading={handOver.isPending} onClick={() => handOver.mutate({ to })}>
      {t('hold.handOver')}
    </Button>
  );
}
