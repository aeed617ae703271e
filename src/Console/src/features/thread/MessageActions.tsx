import { ActionIcon } from '@mantine/core';
import { IconCornerUpLeft, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import styles from './Bubble.module.css';
import { useThread } from './threadContext';

/** Beside a message: the answer, and the way to everything else that can be done with it. */
export function MessageActions({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { onReply, openMenu } = useThread();
  const canReply = message.direction !== 'note' && !message.deletedAt;
  return (
    <div className={styles.actions}>
      {canReply && (
        <ActionIcon
          className={styles.reply}
          variant="subtle"
          color="gray"
          aria-label={t('thread.replyTo')}
          title={t('thread.replyTo')}
          onClick={() => onReply(message.id)}
        >
          <IconCornerUpLeft size={17} />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('thread.actions')}
        aria-haspopup="menu"
        title={t('thread.actions')}
        onClick={(event) => openMenu(message, event.currentTarget)}
      >
        <IconDots size={17} />
      </ActionIcon>
    </div>
  );
}
