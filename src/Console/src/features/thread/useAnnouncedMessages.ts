import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { useSummary } from '../conversations/useLastLine';
import { useMe } from '../session/session';

const burst = 700;

/**
 * What a screen reader is told when messages come: the words of one, the number of many. The rows themselves are silent, because
 * scrolling makes rows as well.
 */
export function useAnnouncedMessages(messages: Message[], contactName: string): string {
  const { t } = useTranslation();
  const me = useMe();
  const summary = useSummary();
  const toldUpTo = useRef<number | null>(null);
  const [words, setWords] = useState('');
  const newest = messages.reduce((most, { seq }) => Math.max(most, seq), 0);

  useEffect(() => {
    if (newest === 0) {
      return;
    }
    if (toldUpTo.current === null) {
      toldUpTo.current = newest;
      return;
    }
    const timer = setTimeout(() => {
      const fresh = messages.filter(({ seq, direction, author }) => seq > toldUpTo.current! && direction !== 'event' && author.id !== me.id);
      toldUpTo.current = Math.max(newest, toldUpTo.current!);
      const [first] = fresh;
      if (first) {
        const name = first.author.name ?? contactName;
        setWords(
          fresh.length === 1
            ? t('thread.announced', { name, text: summary(first).slice(0, 300) })
            : t('thread.announcedMany', { name, count: fresh.length }),
        );
      }
    }, burst);
    return () => clearTimeout(timer);
    // Only a new message says something, not another name or another word for it.
  }, [newest]);

  return words;
}
