import { Button } from '@mantine/core';
import { IconHandStop, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { untilTime } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import { useMe } from '../session/session';
import styles from './HeldNotice.module.css';
import { useAsk, useHandOver } from './holdQueries';
import { useHolder } from './useHolder';

/** Stands where one would write while somebody else holds the conversation: who, until when, and how to get it. */
export function HeldNotice({ conversationId }: { conversationId: string }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const now = useNow();
  const { claim, isOthers, mayTakeOver } = useHolder(conversationId);
  const ask = useAsk(conversationId);
  const handOver = useHandOver(conversationId);
  if (!claim || !isOthers) {
    return null;
  }
  const isAsked = ask.data?.claim?.operatorId === claim.operatorId;
  return (
    <div className={styles.notice} role="status">
      <IconLock size={18} aria-hidden />
      <p>
        <strong>{t('conversation.heldBy', { name: claim.name })}</strong>{' '}
        <span>{t('hold.until', { time: untilTime(claim.until, now, i18n.language) })}</span>
      </p>
      <span className={styles.ways}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHandStop size={16} aria-hidden />}
          loading={ask.isPending}
          disabled={isAsked}
          onClick={() => ask.mutate()}
        >
          {t(isAsked ? 'hold.askedShort' : 'hold.ask')}
        </Button>
        {mayTakeOver && (
          <Button size="xs" variant="light" loading={handOver.isPending} onClick={() => handOver.mutate({ to: me })}>
            {t('hold.takeOver')}
          </Button>
        )}
      </span>
    </div>
  );
}
