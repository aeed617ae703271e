import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { ShortTime } from '../../ui/Time';
import { useNow } from '../../ui/useNow';
import { useContactName } from './contactName';
import styles from './ConversationRow.module.css';
import { Marked } from './Marked';
import { Owner, Unread, Waiting, Window } from './RowFacts';
import { RowViewers } from './RowViewers';
import { clip } from './searchWords';
import { useLine } from './useLastLine';
import { useRowName } from './useRowName';

type Props = {
  conversation: Conversation;
  /** The words looked for, to be marked. */
  words?: string[];
  isOpen: boolean;
  isTabStop: boolean;
  isSelected?: boolean;
  isCompact?: boolean;
  /** It no longer belongs here, and only waits until nothing would move under a hand. */
  hasLeft?: boolean;
  /** Without it the row is not for choosing. */
  onSelect?: (id: string, isRange: boolean) => void;
};

const none: string[] = [];

export const ConversationRow = memo(function ConversationRow(props: Props) {
  const { conversation, words = none, isOpen, isTabStop, isSelected = false, isCompact = false, hasLeft = false, onSelect } = props;
  const { t } = useTranslation();
  const { contact, channel, unread, labels, updatedAt, status, match } = conversation;
  const name = useContactName(conversation);
  const now = useNow();
  const shown = match ?? conversation.lastMessage;
  const saidAt = shown?.createdAt ?? updatedAt;
  const said = useLine();
  const line = shown ? said(shown) : '';
  const rowName = useRowName();
  const isFailed = shown?.status === 'failed' || shown?.status === 'unknown';
  const choose = (event: MouseEvent) => {
    if (onSelect && event.shiftKey) {
      event.preventDefault();
      onSelect(conversation.id, true);
    }
  };

  return (
    <div className={styles.frame} data-compact={isCompact} data-selected={isSelected} data-left={hasLeft}>
      <Link
        to="/conversations/$conversationId"
        params={{ conversationId: conversation.id }}
        search={(last) => ({ ...last, message: match?.id })}
        className={styles.row}
        data-row={conversation.id}
        data-unread={unread > 0}
        data-closed={status === 'closed'}
        aria-current={isOpen ? 'true' : undefined}
        tabIndex={isTabStop ? 0 : -1}
        onClick={choose}
      >
        <span className="rz-hidden">
          {[isSelected && t('bulk.isChosen'), rowName(conversation, name, line, saidAt, now)].filter(Boolean).join(', ')}
        </span>
        <span className={styles.face} aria-hidden>
          <Avatar id={contact.id} name={name} url={contact.avatarUrl} size={isCompact ? 36 : 44} />
          <span className={styles.platform}>
            <PlatformIcon platform={channel.platform} size={14} />
          </span>
        </span>
        <span className={styles.body} aria-hidden>
          <span className={styles.line}>
            <span className={styles.name}>
              <Marked text={name} words={words} />
            </span>
            {isCompact && <Waiting conversation={conversation} />}
            <ShortTime className={styles.time} iso={saidAt} />
          </span>
          <span className={styles.line}>
            <span className={styles.last}>
              {isFailed && <IconAlertTriangle className={styles.failed} size={15} aria-hidden />}
              <Marked text={match ? clip(line, words) : line} words={words} />
            </span>
            {unread > 0 && <Unread count={unread} />}
          </span>
          {!isCompact && (
            <span className={styles.line}>
              <Owner conversation={conversation} />
              {labels.slice(0, 2).map((label) => (
                <span key={label} className={styles.label}>
                  {label}
                </span>
              ))}
              <span className={styles.clocks}>
                <RowViewers conversationId={conversation.id} />
                <Window conversation={conversation} />
                <Waiting conversation={conversation} />
              </span>
            </span>
          )}
        </span>
      </Link>
      {onSelect && (
        <button
          type="button"
          role="checkbox"
          aria-checked={isSelected}
          aria-label={t('bulk.choose', { name })}
          tabIndex={-1}
          className={styles.check}
          onClick={(event) => onSelect(conversation.id, event.shiftKey)}
        >
          <IconCheck size={16} stroke={2.6} aria-hidden />
        </button>
      )}
    </div>
  );
});
