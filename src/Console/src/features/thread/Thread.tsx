import { Button, Loader } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { memo, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { Failure } from '../../ui/Failure';
import { UnsentMessages } from '../composer/UnsentMessages';
import { useContactName } from '../conversations/contactName';
import { DayLine } from './DayLine';
import { EntryView } from './EntryView';
import { inReadingOrder } from './messageCache';
import styles from './Thread.module.css';
import { threadDays } from './threadEntries';
import { threadQuery } from './threadQueries';
import { useOlderOnScroll } from './useOlderOnScroll';

type Props = { conversation: Conversation; onReply: (messageId: string) => void; onEdit: (text: string) => void };

/**
 * The scroller grows upwards (`column-reverse`): the newest stays in view, and history added on top moves nothing.
 */
export const Thread = memo(function Thread({ conversation, onReply, onEdit }: Props) {
  const { t } = useTranslation();
  const name = useContactName(conversation);
  const thread = useInfiniteQuery(threadQuery(conversation.id));
  const scroller = useRef<HTMLDivElement>(null);
  const messages = useMemo(() => (thread.data ? inReadingOrder(thread.data) : []), [thread.data]);
  const days = useMemo(() => threadDays(messages), [messages]);
  const byId = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages]);
  const [isAway, setAway] = useState(false);
  const [seenUpTo, setSeenUpTo] = useState(0);
  const newest = messages.at(-1)?.seq ?? 0;
  const loadOlder = useOlderOnScroll(scroller, thread);

  const followScroll = () => {
    const away = scroller.current!.scrollTop < -120;
    if (away && !isAway) {
      setSeenUpTo(newest);
    }
    setAway(away);
    loadOlder();
  };

  if (thread.isError && messages.length === 0) {
    return <Failure title={t('thread.failed')} error={thread.error} onRetry={() => void thread.refetch()} />;
  }
  return (
    <div className={styles.frame}>
      <div ref={scroller} className={styles.scroller} onScroll={followScroll} tabIndex={0} aria-label={t('thread.label', { name })}>
        <div
          className={styles.entries}
          role="log"
          aria-label={t('thread.label', { name })}
          aria-busy={thread.isFetching}
        >
          {thread.hasNextPage || thread.isPending ? (
            <Loader className={styles.loader} size="sm" role="progressbar" aria-label={t('common.loading')} />
          ) : (
            <p className={styles.beginning}>{t('thread.beginning')}</p>
          )}
          {days.map(({ iso, entries }) => (
            <div key={iso} className={styles.day}>
              <DayLine iso={iso} />
              {entries.map((entry) => (
                <EntryView
                  key={entry.message.id}
                  entry={entry}
                  contactName={name}
                  quoted={entry.message.replyTo ? (byId.get(entry.message.replyTo) ?? null) : undefined}
                  onReply={onReply}
                />
              ))}
            </div>
          ))}
          <UnsentMessages conversationId={conversation.id} messages={messages} onEdit={onEdit} />
        </div>
      </div>
      {isAway && newest > seenUpTo && (
        <Button
          className={styles.newBelow}
          size="xs"
          radius="xl"
          leftSection={<IconArrowDown size={16} aria-hidden />}
          onClick={() => scroller.current?.scrollTo({ top: 0 })}
        >
          {t('thread.newBelow')}
        </Button>
      )}
    </div>
  );
});
