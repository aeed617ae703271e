import { useMemo, useState } from 'react';
import type { Conversation, Message } from '../../api/types';
import { findFirstUnread } from './threadRows';

/** Where reading stopped before this conversation was opened; what comes later does not move it. */
export function useFirstUnread(conversation: Conversation, messages: Message[]) {
  const [unread] = useState(conversation.unread);
  const [openedAt] = useState(conversation.lastMessage?.seq ?? Infinity);
  const first = useMemo(
    () => findFirstUnread(messages.filter(({ seq }) => seq <= openedAt), unread),
    [messages, openedAt, unread],
  );
  return { unread, firstUnread: first?.id ?? null };
}
