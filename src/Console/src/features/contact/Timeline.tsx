import { Loader } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { DayLine } from '../thread/DayLine';
import { contactConversationsQuery, timelineQuery } from './contactQueries';
import styles from './Timeline.module.css';
import { timelineDays } from './timelineDays';
import { TimelineEntry } from './TimelineEntry';

const ahead = 800;

/**
 * Everything said with a person, each entry marked with its channel. The scroller grows upwards (`column-reverse`): the newest stays in
 * view, and history added on top moves nothing.
 */
export function Timeline({ contactId, name }: { contactId: string; name: string }) {
  const { t } = useTranslation();
  const pages = useInfiniteQuery(timelineQuery(contactId));
  const { data: conversations } = useQuery(contactConversationsQuery(contactId));
  const channels = useMemo(() => new Map(conversations?.map(({ id, channel }) => [id, channel])), [conversations]);
  const days = useMemo(() => timelineDays(pages.data?.pages ?? []), [pages.data]);
  const scroller = useRef<HTMLDivElement>(null);

  const loadOlder = () => {
    const element = scroller.current;
    if (element && pages.hasNextPage && !pages.isFetching && element.scrollHeight - element.clientHeight + element.scrollTop < ahead) {
      void pages.fetchNextPage();
    }
  };
  useEffect(loadOlder, [pages.data, pages.isFetching]);

  if (pages.isError && days.length === 0) {
    return <Failure title={t('contact.timelineFailed')} error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  if (pages.data && days.length === 0) {
    return <EmptyState icon={<IconMessages size={26} />} title={t('contact.nothingSaid')} />;
  }
  const label = t('contact.timelineOf', { name });
  return (
    <div ref={scroller} className={styles.scroller} onScroll={loadOlder} tabIndex={0} role="region" aria-label={label}>
      <div className={styles.entries} role="log" aria-label={label} aria-busy={pages.isFetching}>
        {(pages.hasNextPage || pages.isPending) && (
          <Loader className={styles.loader} size="sm" role="progressbar" aria-label={t('common.loading')} />
        )}
        {days.map(({ iso, messages }) => (
          <div key={iso} className={styles.day}>
            <div className={styles.dayLine}>
              <DayLine iso={iso} />
            </div>
            {messages.map((message, index) => (
              <TimelineEntry
                key={message.id}
                message={message}
                before={messages[index - 1]}
                channel={channels.get(message.conversationId)}
                contactName={name}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
