import { ActionIcon } from '@mantine/core';
import { IconCornerUpLeft, IconNote, IconRobot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { ClockTime } from '../../ui/Time';
import { clockTime } from '../../ui/time';
import { useMe } from '../session/session';
import styles from './Bubble.module.css';
import { ContentView } from './content/ContentView';
import { DeliveryMark } from './DeliveryMark';
import { Quote } from './Quote';
import { shownTime, type ThreadEntry } from './threadEntries';

type Props = {
  entry: ThreadEntry;
  contactName: string;
  quoted: Message | null | undefined;
  onReply: (messageId: string) => void;
};

export function Bubble({ entry, contactName, quoted, onReply }: Props) {
  const { t } = useTranslation();
  const { message, startsGroup, endsGroup } = entry;
  const { direction, content, deletedAt, reactions } = message;
  const me = useMe();
  const author = message.author.name ?? (direction === 'inbound' ? contactName : t('thread.automation'));
  return (
    <article
      className={styles.entry}
      data-direction={direction}
      data-starts={startsGroup}
      data-ends={endsGroup}
      aria-label={author}
    >
      {startsGroup && (direction === 'note' || (direction === 'outbound' && message.author.id !== me.id)) && (
        <AuthorLine message={message} author={author} />
      )}
      <div className={styles.line}>
        <div className={styles.bubble} data-kind={content.type}>
          {quoted !== undefined && <Quote message={quoted} contactName={contactName} />}
          {deletedAt ? (
            <p className={styles.deleted}>{t(direction === 'inbound' ? 'thread.deletedByContact' : 'thread.deleted')}</p>
          ) : (
            <ContentView content={content} author={author} isInbound={direction === 'inbound'} />
          )}
          <Foot message={message} />
        </div>
        {direction !== 'note' && !deletedAt && (
          <ActionIcon
            className={styles.reply}
            variant="subtle"
            color="gray"
            aria-label={t('thread.replyTo')}
            title={t('thread.replyTo')}
            onClick={() => onReply(message.id)}
          >
            <IconCornerUpLeft size={17} />
          </ActionIcon>
        )}
      </div>
      {reactions.length > 0 && (
        <ul className={styles.reactions}>
          {reactions.map((reaction, index) => (
            <li key={index} aria-label={t('thread.reaction', { name: reaction.by === 'contact' ? contactName : t('role.operator'), emoji: reaction.emoji })}>
              {reaction.emoji}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function AuthorLine({ message, author }: { message: Message; author: string }) {
  const { t } = useTranslation();
  return (
    <p className={styles.author}>
      {message.direction === 'note' && (
        <span className={styles.noteWord}>
          <IconNote size={14} aria-hidden />
          {t('thread.note')}
        </span>
      )}
      {message.author.kind === 'automation' && <IconRobot size={15} role="img" aria-label={t('thread.automation')} />}
      {author}
      {message.direction === 'note' && <span className={styles.hint}>· {t('thread.noteHint')}</span>}
    </p>
  );
}

function Foot({ message }: { message: Message }) {
  const { t, i18n } = useTranslation();
  const { late, editedAt, sentAt, createdAt } = message;
  const received = clockTime(createdAt, i18n.language);
  return (
    <p className={styles.foot}>
      {late && sentAt ? (
        <span className={styles.late}>{t('thread.late', { received, sent: clockTime(sentAt, i18n.language) })}</span>
      ) : (
        <ClockTime iso={shownTime(message)} />
      )}
      {editedAt && <span>{t('thread.edited', { time: clockTime(editedAt, i18n.language) })}</span>}
      {message.direction === 'outbound' && <DeliveryMark message={message} />}
    </p>
  );
}
