import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Message } from '../../api/types';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { ClockTime } from '../../ui/Time';
import bubble from '../thread/Bubble.module.css';
import { ContentView } from '../thread/content/ContentView';
import { useEventSentence } from '../thread/useEventSentence';
import styles from './Timeline.module.css';
import { timeOf } from './timelineDays';

type Props = {
  message: Message;
  before: Message | undefined;
  channel: Conversation['channel'] | undefined;
  contactName: string;
};

/** What was said, by whom, and where; the place leads to that conversation. */
export const TimelineEntry = memo(function TimelineEntry({ message, before, channel, contactName }: Props) {
  const { t } = useTranslation();
  const sentence = useEventSentence();
  const { direction, content, deletedAt } = message;
  const changesPlace = before?.conversationId !== message.conversationId;
  const place = changesPlace && channel && (
    <Link to="/conversations/$conversationId" params={{ conversationId: message.conversationId }} className={styles.place}>
      <PlatformIcon platform={channel.platform} size={15} />
      {channel.name}
    </Link>
  );
  if (direction === 'event') {
    return (
      <>
        {place}
        <p className={styles.event}>
          <bdi>{sentence(message)}</bdi> <ClockTime iso={message.createdAt} />
        </p>
      </>
    );
  }
  const author = message.author.name ?? (direction === 'inbound' ? contactName : t('thread.automation'));
  const isSaidOn = !changesPlace && before?.direction === direction && before.author.id === message.author.id;
  return (
    <>
      {place}
      <article className={bubble.entry} data-direction={direction} data-starts={!isSaidOn} data-ends aria-label={author}>
        {!isSaidOn && (
          <p className={bubble.author}>
            {direction === 'note' && <span className={bubble.noteWord}>{t('thread.note')}</span>}
            <bdi>{author}</bdi>
          </p>
        )}
        <div className={bubble.bubble} data-kind={deletedAt ? 'deleted' : content.type}>
          {deletedAt ? (
            <p className={bubble.deleted}>{t(direction === 'inbound' ? 'thread.deletedByContact' : 'thread.deleted')}</p>
          ) : (
            <ContentView message={message} author={author} />
          )}
          <p className={bubble.foot}>
            {channel && <PlatformIcon platform={channel.platform} size={13} />}
            <ClockTime iso={timeOf(message)} />
            {direction === 'outbound' && message.status && <span>{t(`delivery.${message.status}`)}</span>}
          </p>
        </div>
      </article>
    </>
  );
});
