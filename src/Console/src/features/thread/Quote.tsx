import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { useSummary } from '../conversations/useLastLine';
import styles from './Quote.module.css';

/** What a message replies to, in one line. */
export function Quote({ message, contactName }: { message: Message | null; contactName: string }) {
  const { t } = useTranslation();
  const summary = useSummary();
  if (!message) {
    return <blockquote className={styles.quote}>{t('thread.quotedEarlier')}</blockquote>;
  }
  const name = message.author.name ?? contactName;
  return (
    <blockquote className={styles.quote}>
      <span className={styles.name}>{t('thread.quoted', { name })}</span>
      <span className={styles.words}>{summary(message)}</span>
    </blockquote>
  );
}
