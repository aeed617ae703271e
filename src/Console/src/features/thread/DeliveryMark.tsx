import { Button } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconChecks, IconClock, IconHelpCircle, IconSend2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
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

/** How far the message got: an icon and a word, and the reason when it did not. */
export function DeliveryMark({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { status, error } = message;
  if (!status) {
    return null;
  }
  const Icon = icons[status];
  const reason = error?.detail ?? (status === 'unknown' ? t('delivery.unknownHint') : null);
  return (
    <>
      <span className={styles.mark} data-status={status}>
        <Icon size={14} stroke={2.2} aria-hidden />
        {t(`delivery.${status}`)}
      </span>
      {reason && <span className={styles.reason}>{reason}</span>}
      {(status === 'failed' || status === 'unknown') && <SendAgain message={message} />}
    </>
  );
}

function SendAgain({ message }: { message: Message }) {
  const { t } = useTranslation();
  const again = useSendAgain(message);
  return (
    <Button size="compact-xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
      {t('delivery.sendAgain')}
    </Button>
  );
}
