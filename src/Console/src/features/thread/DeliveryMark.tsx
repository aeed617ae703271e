import { Button } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconChecks, IconClock, IconHelpCircle, IconRefresh, IconSend2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryStatus, Message } from '../../api/types';
import styles from './DeliveryMark.module.css';
import { useSendAgain } from './threadQueries';

const icons = {
  received: IconCheck,
  queued: IconClock,
  sending: IconSend2,
  sent: IconCheck,
  delivered: IconChecks,
  read: IconChecks,
  failed: IconAlertCircle,
  unknown: IconHelpCircle,
};

/** What needs no word again under each of several messages in a row. */
const arrived: DeliveryStatus[] = ['sent', 'delivered', 'read'];

/** How far the message got: an icon and a word, and the reason when it did not. */
export function DeliveryMark({ message, isLast }: { message: Message; isLast: boolean }) {
  const { t } = useTranslation();
  const { status, error, deletedAt } = message;
  if (!status || deletedAt) {
    return null;
  }
  const Icon = icons[status];
  const word = t(`delivery.${status}`);
  const isLost = status === 'failed' || status === 'unknown';
  const reason = isLost ? (error?.detail ?? (status === 'unknown' ? t('delivery.unknownHint') : null)) : null;
  return (
    <>
      <span className={styles.mark} data-status={status} title={word}>
        <Icon size={14} stroke={2.2} aria-hidden />
        <span className={!isLast && arrived.includes(status) ? 'rz-hidden' : undefined}>{word}</span>
      </span>
      {reason && <bdi className={styles.reason}>{reason}</bdi>}
      {isLost && <SendAgain message={message} />}
    </>
  );
}

function SendAgain({ message }: { message: Message }) {
  const { t } = useTranslation();
  const again = useSendAgain(message);
  return (
    <Button
      className={styles.again}
      size="compact-xs"
      variant="default"
      leftSection={<IconRefresh size={14} aria-hidden />}
      loading={again.isPending}
      onClick={() => again.mutate()}
    >
      {t('delivery.sendAgain')}
    </Button>
  );
}
