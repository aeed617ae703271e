import { useEffect, useState } from 'react';
import type { Message } from '../../api/types';

const isNews = ({ direction, author }: Message, me: string) => direction !== 'event' && author.id !== me;

/** How many messages others have written below the place somebody reads at. */
export function useNewBelow(messages: Message[], isAway: boolean, me: string): number {
  const newest = messages.reduce((most, { seq }) => Math.max(most, seq), 0);
  const [seenUpTo, setSeenUpTo] = useState(newest);

  useEffect(() => {
    if (!isAway) {
      setSeenUpTo(newest);
    }
  }, [isAway, newest]);

  return isAway && seenUpTo > 0 ? messages.filter((message) => message.seq > seenUpTo && isNews(message, me)).length : 0;
}
