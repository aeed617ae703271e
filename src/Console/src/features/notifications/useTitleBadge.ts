import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { itemsOf } from '../../live/pages';
import { badgeTitle } from '../../ui/usePageTitle';
import { conversationListQuery } from '../conversations/conversationQueries';

/** The unread messages of what is mine, before the name of the page: seen on a tab in the background. */
export function useTitleBadge() {
  const { data } = useInfiniteQuery(conversationListQuery({ status: 'open', claimedBy: 'me' }));
  const unread = itemsOf(data).reduce((sum, conversation) => sum + conversation.unread, 0);
  useEffect(() => {
    badgeTitle(unread);
    return () => badgeTitle(0);
  }, [unread]);
}
