import { Button, Skeleton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure';
import { useShortcuts } from '../shortcuts/useShortcuts';
import styles from './ConversationList.module.css';
import { ConversationRow } from './ConversationRow';
import { EmptyList } from './EmptyList';
import { useInboxList } from './useInbox';
import { useSettledOrder } from './useSettledOrder';

const rowHeight = 92;

export function ConversationList({ openId }: { openId: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/conversations' });
  const list = useInboxList();
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const { shown: conversations, waiting, settle, pointer } = useSettledOrder(list.conversations);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: conversations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => conversations[index]!.id,
    overscan: 6,
  });

  const visible = rows.getVirtualItems();
  const lastShown = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= conversations.length - 8) {
      void fetchNextPage();
    }
  }, [lastShown, conversations.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const openIndex = conversations.findIndex((conversation) => conversation.id === openId);
  const walk = (step: 1 | -1) => {
    const next = conversations[openIndex < 0 ? 0 : openIndex + step];
    if (next) {
      rows.scrollToIndex(conversations.indexOf(next));
      void navigate({
        to: '/conversations/$conversationId',
        params: { conversationId: next.id },
        search: (last) => last,
      });
    }
  };
  useShortcuts({ KeyJ: () => walk(1), KeyK: () => walk(-1) });

  if (list.isPending) {
    return <ListSkeleton />;
  }
  if (list.isError && conversations.length === 0) {
    return <Failure title={t('list.failed')} error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (conversations.length === 0) {
    return <EmptyList />;
  }

  const tabStop = Math.max(0, openIndex);
  return (
    <div ref={scroller} className={styles.scroller} {...pointer}>
      {waiting > 0 && (
        <div className={styles.waiting}>
          <Button size="xs" radius="xl" onClick={settle}>
            {t('list.waitingNew', { count: waiting })}
          </Button>
        </div>
      )}
      <ul className={styles.rows} style={{ height: rows.getTotalSize() }} onKeyDown={moveFocus}>
        {visible.map((row) => (
          <li key={row.key} className={styles.row} style={{ transform: `translateY(${row.start}px)` }}>
            <ConversationRow
              conversation={conversations[row.index]!}
              isOpen={row.index === openIndex}
              isTabStop={row.index === tabStop}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The list is one stop for Tab; arrows walk within it. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') {
    return;
  }
  const links = [...event.currentTarget.querySelectorAll('a')].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at >= 0 && next) {
    event.preventDefault();
    next.focus();
  }
}

function ListSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} role="status" aria-label={t('common.loading')}>
      {Array.from({ length: 7 }, (_, index) => (
        <div key={index}>
          <Skeleton circle height={42} />
          <span>
            <Skeleton height={12} width="45%" />
            <Skeleton height={12} />
          </span>
        </div>
      ))}
    </div>
  );
}
