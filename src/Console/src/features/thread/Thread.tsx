import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { Failure } from '../../ui/Failure';
import { UnsentMessages } from '../composer/UnsentMessages';
import { useContactName } from '../conversations/contactName';
import { useMe } from '../session/session';
import { FloatingDay } from './FloatingDay';
import { RowView } from './RowView';
import styles from './Thread.module.css';
import { ThreadButtons } from './ThreadButtons';
import { type ThreadActions, ThreadContext } from './threadContext';
import { ThreadLayers, useLayers } from './ThreadLayers';
import { messagesOf, threadRows } from './threadRows';
import { ThreadTop } from './ThreadTop';
import { TypingBubble } from './TypingBubble';
import { useAnnouncedMessages } from './useAnnouncedMessages';
import { useFirstUnread } from './useFirstUnread';
import { useJump } from './useJump';
import { useMessageKeys } from './useMessageKeys';
import { useNewBelow } from './useNewBelow';
import { useOpening } from './useOpening';
import { useThreadPages } from './useThreadPages';
import { useThreadScroll } from './useThreadScroll';

type Props = {
  conversation: Conversation;
  /** The message an address names. */
  target: string | null;
  onReply: (messageId: string) => void;
  onEdit: (text: string) => void;
};

const readAhead = 1200;

export const Thread = memo(function Thread({ conversation, target, onReply, onEdit }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const name = useContactName(conversation);
  const pages = useThreadPages(conversation.id);
  const { messages, hasOlder } = pages;
  const { unread, firstUnread } = useFirstUnread(conversation, messages);
  const rows = useMemo(() => threadRows(messages, { firstUnread, hasOlder }), [messages, firstUnread, hasOlder]);
  const byId = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages]);
  const [held, setHeld] = useState<string | null>(null);
  const scroll = useThreadScroll(rows, held);
  const { scroller, virtual } = scroll;
  const { jumpTo, flashing } = useJump(rows, pages, scroll);
  const layers = useLayers();
  const isAway = scroll.isAway || pages.hasNewer;
  const newBelow = useNewBelow(messages, isAway, me.id);
  const announced = useAnnouncedMessages(messages, name);
  const onKeyDown = useMessageKeys(rows, setHeld, scroll, {
    onReply,
    onMenu: (id, anchor) => layers.openMenu(byId.get(id)!, anchor),
  });
  useOpening(rows, target, jumpTo, scroll);

  const onScroll = () => {
    const { above, below } = scroll.followScroll();
    if (above < readAhead && !pages.isStuck) {
      pages.readOlder();
    }
    if (below < readAhead) {
      pages.readNewer();
    }
  };
  useLayoutEffect(onScroll, [rows.length, pages.isFetching]); // a page that does not fill the screen asks for the next itself

  const kept = useRef(new Map<string, unknown>()).current;
  const { openImage, openMenu, editing, setEditing } = layers;
  const actions = useMemo<ThreadActions>(
    () => ({ conversation, contactName: name, onReply, jumpTo, openImage, openMenu, editing, setEditing, kept }),
    [conversation, name, onReply, jumpTo, openImage, openMenu, editing, setEditing, kept],
  );
  const toNewest = () => {
    pages.showNewest();
    scroll.toEnd();
  };

  return (
    <ThreadContext value={actions}>
      <div className={styles.frame}>
        <div
          ref={scroller}
          className={styles.scroller}
          onScroll={onScroll}
          onKeyDown={onKeyDown}
          onFocus={(event) => setHeld(event.target.closest<HTMLElement>('[data-row]')?.dataset.row ?? null)}
          tabIndex={0}
          role="group"
          aria-label={t('thread.label', { name })}
        >
          {/* Silent, because scrolling makes rows too: what really is new is told in words below. */}
          <div
            className={styles.rows}
            style={{ height: virtual.getTotalSize() }}
            role="log"
            aria-live="off"
            aria-label={t('thread.label', { name })}
            aria-busy={pages.isFetching}
          >
            <ThreadTop pages={pages} />
            {virtual.getVirtualItems().map(({ index, key, start }) => (
              <div
                key={key}
                ref={virtual.measureElement}
                className={styles.row}
                data-index={index}
                data-row={key}
                style={{ transform: `translateY(${start}px)` }}
              >
                {rows[index] ? (
                  <RowView row={rows[index]} byId={byId} flashing={messagesOf(rows[index]).some(({ id }) => id === flashing)} />
                ) : (
                  <div className={styles.tail}>
                    {!pages.hasNewer && <UnsentMessages conversationId={conversation.id} messages={messages} onEdit={onEdit} />}
                    {!pages.hasNewer && <TypingBubble />}
                  </div>
                )}
              </div>
            ))}
          </div>
        </div>
        {pages.error && messages.length === 0 && (
          <div className={styles.failure}>
            <Failure title={t('thread.failed')} error={pages.error} onRetry={pages.retry} />
          </div>
        )}
        <FloatingDay rows={rows} virtual={virtual} onDate={jumpTo} />
        <ThreadButtons
          pages={pages}
          isAway={isAway}
          newBelow={newBelow}
          unreadAbove={firstUnread ? 0 : unread}
          firstUnread={firstUnread}
          onNewest={toNewest}
          onJump={jumpTo}
        />
        <p className="rz-hidden" role="status">
          {announced}
        </p>
      </div>
      <ThreadLayers layers={layers} messages={messages} />
    </ThreadContext>
  );
});
