import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { useSummary } from '../conversations/useLastLine';
import styles from './Quote.module.css';
import { useThread } from './threadContext';

/** What a message replies to, in one line that leads there. */
export function Quote({ message, id }: { message: Message | null; id: string }) {
  const { t } = useTranslation();
  const { contactName, jumpTo } = useThread();
  const summary = useSummary();
  const name = message?.author.name ?? contactName;
  return (
    <UnstyledButton className={styles.quote} onClick={() => jumpTo(id)} title={t('thread.toQuoted')}>
      <span className={styles.name}>{message ? t('thread.quoted', { name }) : t('thread.quotedEarlier')}</span>
      {message && (
        <span className={styles.words} dir="auto">
          {summary(message).slice(0, 200)}
        </span>
      )}
    </UnstyledButton>
  );
}
