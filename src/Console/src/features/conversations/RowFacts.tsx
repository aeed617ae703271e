import { IconClock, IconHourglassLow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { duration, fullTime, urgency } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import { useMe } from '../session/session';
import styles from './ConversationRow.module.css';

type Props = { conversation: Conversation };

export function Unread({ count }: { count: number }) {
  return <span className={styles.unread}>{count > 99 ? '99+' : count}</span>;
}

export function Owner({ conversation: { claim, channel } }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  if (!claim) {
    return <span className={styles.owner}>{channel.name}</span>;
  }
  const isMine = claim.operatorId === me.id;
  return (
    <span className={styles.owner} data-mine={isMine}>
      {isMine ? t('list.youHold') : t('list.heldBy', { name: claim.name })}
    </span>
  );
}

export function Waiting({ conversation: { waitingSince, status } }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  if (!waitingSince || status === 'closed') {
    return null;
  }
  const time = duration(waitingSince, now, i18n.language);
  return (
    <span
      className={styles.waiting}
      data-urgency={urgency(waitingSince, now)}
      title={`${t('list.waiting', { time })}: ${fullTime(waitingSince, i18n.language)}`}
    >
      <IconClock size={13} stroke={2} aria-hidden />
      {time}
    </span>
  );
}

const soon = 6 * 3_600_000;

/** How long the platform still takes an answer; shown once that is not for long, and when it is over. */
export function Window({ conversation: { windowClosesAt, status } }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const left = windowClosesAt ? Date.parse(windowClosesAt) - now : Infinity;
  if (!windowClosesAt || left > soon || status === 'closed') {
    return null;
  }
  const time = duration(new Date(now).toISOString(), Math.max(now, Date.parse(windowClosesAt)), i18n.language);
  const name = left > 0 ? t('list.windowCloses', { time }) : t('list.windowClosed');
  return (
    <span className={styles.waiting} data-urgency={left > 0 ? 'soon' : 'late'} title={name} role="img" aria-label={name}>
      <IconHourglassLow size={13} stroke={2} aria-hidden />
      {left > 0 && time}
    </span>
  );
}
