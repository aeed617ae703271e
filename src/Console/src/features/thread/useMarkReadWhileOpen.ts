import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect } from 'react';
import type { Conversation } from '../../api/types';
import { useMarkRead } from '../conversations/conversationQueries';

/** What is on the screen of someone looking at it has been read. */
export function useMarkReadWhileOpen({ id, unread, updatedAt }: Conversation) {
  const isVisible = useDocumentVisibility() === 'visible';
  const { mutate: markRead } = useMarkRead(id);
  const hasUnread = unread > 0;

  useEffect(() => {
    if (isVisible && hasUnread) {
      markRead();
    }
  }, [isVisible, hasUnread, updatedAt, markRead]);
}
