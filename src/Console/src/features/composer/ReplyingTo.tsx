import { CloseButton } from '@mantine/core';
import { IconCornerUpLeft } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { itemsOf } from '../../live/pages';
import { useContactName } from '../conversations/contactName';
import { useSummary } from '../conversations/useLastLine';
import { threadQuery } from '../thread/threadQueries';
import styles from './Composer.module.css';

type Props = { conversation: Conversation; messageId: string; onCancel: () => void };

export function ReplyingTo({ conversation, messageId, onCancel }: Props) {
  const { t } = useTranslation();
  const summary = useSummary();
  const { data } = useInfiniteQuery(threadQuery(conversation.id));
  const message = itemsOf(data).find((item) => item.id === messageId);
  const contactName = useContactName(conversation);
  const name = message?.author.name ?? contactName;
  return (
    <div className={styles.above}>
      <IconCornerUpLeft size={17} aria-hidden />
      <span className={styles.aboveText}>
        <strong>{t('composer.replyingTo', { name })}</strong> {message && summary(message)}
      </span>
      <CloseButton aria-label={t('composer.cancelReply')} onClick={onCancel} />
    </div>
  );
}
