import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { ShortTime } from '../../ui/Time';
import { duration, urgency } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import { useMe } from '../session/session';
import { useContactName } from './contactName';
import styles from './ConversationRow.module.css';
import { useLastLine } from './useLastLine';

type Props = { conversation: Conversation; isOpen: boolean; isTabStop: boolean };

export const ConversationRow = memo(function ConversationRow({ conversation, isOpen, isTabStop }: Props) {
  const { contact, channel, unread, labels, updatedAt, lastMessage, status } = conversation;
  const name = useContactName(conversation);
  const lastLine = useLastLine(conversation);
  const isFailed = lastMessage?.status === 'failed' || lastMessage?.status === 'unknown';
  return (
    <Link
      to="/conversations/$conversationId"
      params={{ conversationId: conversation.id }}
      search={(last) => last}
      className={styles.row}
      data-unread={unread > 0}
      data-closed={status === 'closed'}
      aria-current={isOpen ? 'true' : undefined}
      tabIndex={isTabStop ? 0 : -1}
    >
      <span className={styles.face}>
        <Avatar id={contact.id} name={name} url={contact.avatarUrl} size={44} />
        <span className={styles.platform}>
          <PlatformIcon platform={channel.platform} size={14} />
        </span>
      </span>
      <span className={styles.body}>
        <span className={styles.line}>
          <span className={styles.name}>{name}</span>
          <ShortTime className={styles.time} iso={lastMessage?.createdAt ?? updatedAt} />
        </span>
        <span className={styles.line}>
          <span className={styles.last}>
            {isFailed && <IconAlertTriangle className={styles.failed} size={15} aria-hidden />}
            {lastLine}
          </span>
          {unread > 0 && <Unread count={unread} />}
        </span>
        <span className={styles.line}>
          <Owner conversation={conversation} />
          {labels.slice(0, 2).map((label) => (
            <span key={label} className={styles.label}>
              {label}
            </span>
          ))}
          <Waiting conversation={conversation} />
        </span>
      </span>
    </Link>
  );
});

function Unread({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <span className={styles.unread}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="rz-hidden">{t('list.unread', { count })}</span>
    </span>
  );
}

function Owner({ conversation: { claim, channel } }: { conversation: Conversation }) {
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

function Waiting({ conversation: { waitingSince, status } }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  if (!waitingSince || status === 'closed') {
    return null;
  }
  const time = duration(waitingSince, now, i18n.language);
  return (
    <span className={styles.waiting} data-urgency={urgency(waitingSince, now)} title={t('list.waiting', { time })}>
      <IconClock size={13} stroke={2} aria-hidden />
      <span aria-hidden>{time}</span>
      <span className="rz-hidden">{t('list.waiting', { time: duration(waitingSince, now, i18n.language, 'long') })}</span>
    </span>
  );
}
