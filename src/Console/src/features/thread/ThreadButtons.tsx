import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Notice';
import styles from './Thread.module.css';
import type { ThreadPages } from './useThreadPages';

type Props = {
  pages: ThreadPages;
  isAway: boolean;
  newBelow: number;
  /** How many unread messages begin further up than has been read. */
  unreadAbove: number;
  firstUnread: string | null;
  onNewest: () => void;
  onJump: (messageId: string) => void;
};

/** What leads elsewhere in the thread: up to the first unread, down to the newest. */
export function ThreadButtons({ pages, isAway, newBelow, unreadAbove, firstUnread, onNewest, onJump }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [isSeeking, setSeeking] = useState(false);
  const { placeError, hasOlder, readOlder } = pages;

  useEffect(() => {
    if (placeError) {
      announce(t('thread.placeGone'), 'bad');
    }
  }, [placeError, announce, t]);

  // The first unread may be many pages up: they are read until it is among them.
  useEffect(() => {
    if (isSeeking && firstUnread) {
      setSeeking(false);
      onJump(firstUnread);
    } else if (isSeeking && hasOlder) {
      readOlder();
    }
  }, [isSeeking, firstUnread, hasOlder, readOlder, onJump]);

  return (
    <>
      {unreadAbove > 0 && hasOlder && (
        <Button
          className={styles.unreadAbove}
          size="xs"
          radius="xl"
          loading={isSeeking}
          leftSection={<IconArrowUp size={16} aria-hidden />}
          onClick={() => setSeeking(true)}
        >
          {t('thread.unreadAbove', { count: unreadAbove })}
        </Button>
      )}
      {pages.isSeeking && (
        <p className={styles.seeking}>
          <Loader size={14} aria-hidden />
          {t('thread.seeking')}
        </p>
      )}
      {isAway && newBelow > 0 && (
        <Button
          className={styles.newBelow}
          size="xs"
          radius="xl"
          leftSection={<IconArrowDown size={16} aria-hidden />}
          onClick={onNewest}
        >
          {t('thread.newBelow', { count: newBelow })}
        </Button>
      )}
      {isAway && newBelow === 0 && (
        <ActionIcon
          className={styles.toNewest}
          variant="default"
          radius="xl"
          size={40}
          aria-label={t('thread.toNewest')}
          title={t('thread.toNewest')}
          onClick={onNewest}
        >
          <IconArrowDown size={20} />
        </ActionIcon>
      )}
    </>
  );
}
