import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure';
import { useShortcuts } from '../shortcuts/useShortcuts';
import styles from './ConversationList.module.css';
import { ConversationRow } from './ConversationRow';
import { EmptyList } from './EmptyList';
import { listKey } from './conversationFilter';
import { ListSkeleton } from './ListSkeleton';
import { rowHeights, usePanes } from './paneLayout';
import { wordsOf } from './searchWords';
import { useInboxList, useInboxSearch } from './useInbox';
import { useListCursor } from './useListCursor';
import { useKeptScroll } from './useKeptScroll';
import { useSelection } from './useSelection';
import { useSettledOrder } from './useSettledOrder';

const BulkBar = lazy(async () => ({ default: (await import('./BulkBar')).BulkBar }));

/** How many rows before the end the next page is asked for. */
const ahead = 25;

export function ConversationList({ openId }: { openId: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/conversations' });
  const { search } = useInboxSearch();
  const { isCompact } = usePanes();
  const list = useInboxList();
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const { rows, waiting, settle, followScroll, holders } = useSettledOrder(list.conversations);
  const selection = useSelection();
  const scroller = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => rows.map(({ conversation }) => conversation.id), [rows]);
  const words = useMemo(() => wordsOf(search.q ?? ''), [search.q]);
  const cursor = useListCursor(scroller, ids, openId, selection);
  const kept = useKeptScroll(scroller, listKey(search), rows.length);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeights[isCompact ? 'compact' : 'comfortable'],
    getItemKey: (index) => ids[index]!,
    // The row that Tab leads to is there also when it is scrolled away.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), Math.max(0, cursor.index)])].sort((a, b) => a - b),
    initialOffset: kept.top,
    overscan: 8,
  });
  const visible = virtual.getVirtualItems();
  const lastShown = virtual.range?.endIndex ?? 0;
  useEffect(() => virtual.measure(), [virtual, isCompact]);
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= rows.length - ahead) {
      void fetchNextPage();
    }
  }, [lastShown, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const walk = (step: 1 | -1) => {
    const at = openId ? ids.indexOf(openId) : -1;
    const next = ids[at < 0 ? 0 : at + step];
    if (next) {
      virtual.scrollToIndex(ids.indexOf(next));
      void navigate({ to: '/conversations/$conversationId', params: { conversationId: next }, search: (last) => ({ ...last, message: undefined }) });
    }
  };
  useShortcuts({ KeyJ: () => walk(1), KeyK: () => walk(-1), KeyX: () => cursor.id && selection.toggle(cursor.id) });

  const latest = useRef({ ids, selection });
  latest.current = { ids, selection };
  const select = useCallback((id: string, isRange: boolean) => {
    const { ids, selection } = latest.current;
    return isRange ? selection.extend(ids, id) : selection.toggle(id);
  }, []);

  const chosen = rows.flatMap(({ conversation, hasLeft }) => (!hasLeft && selection.selected.has(conversation.id) ? [conversation] : []));
  const hasChosen = useRef(false);
  hasChosen.current ||= chosen.length > 0;
  const bar = hasChosen.current && (
    <Suspense>
      <BulkBar chosen={chosen} onClear={selection.clear} />
    </Suspense>
  );
  if (list.isPending) {
    return <ListSkeleton />;
  }
  if (list.isError && rows.length === 0) {
    return <Failure title={t('list.failed')} error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (rows.length === 0) {
    return (
      <>
        <EmptyList />
        {bar}
      </>
    );
  }
  return (
    <>
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={(event) => {
          followScroll(event.currentTarget.scrollTop);
          kept.keep(event.currentTarget.scrollTop);
        }}
        {...holders}
      >
        {waiting > 0 && (
          <div className={styles.waiting}>
            <Button
              size="xs"
              radius="xl"
              onClick={() => {
                settle();
                virtual.scrollToOffset(0);
              }}
            >
              {t('list.waitingNew', { count: waiting })}
            </Button>
          </div>
        )}
        <ul
          className={styles.rows}
          style={{ height: virtual.getTotalSize() }}
          data-choosing={selection.selected.size > 0}
          onKeyDown={(event) => cursor.press(event, (index) => virtual.scrollToIndex(index))}
        >
          {visible.map(({ key, index, start, size }) => {
            const { conversation, hasLeft } = rows[index]!;
            return (
              <li
                key={key}
                className={styles.row}
                style={{ height: size, transform: `translateY(${start}px)` }}
                aria-setsize={hasNextPage ? -1 : rows.length}
                aria-posinset={index + 1}
              >
                <ConversationRow
                  conversation={conversation}
                  words={words}
                  hasLeft={hasLeft}
                  isOpen={conversation.id === openId}
                  isTabStop={index === Math.max(0, cursor.index)}
                  isSelected={selection.selected.has(conversation.id)}
                  isCompact={isCompact}
                  onSelect={select}
                />
              </li>
            );
          })}
        </ul>
      </div>
      {bar}
    </>
  );
}
