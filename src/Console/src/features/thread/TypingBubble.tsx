import { useTranslation } from 'react-i18next';
import { useThread } from './threadContext';
import styles from './TypingBubble.module.css';
import { useTyping } from './useTyping';

/** That the customer is writing. */
export function TypingBubble() {
  const { t } = useTranslation();
  const { conversation, contactName } = useThread();
  const isTyping = useTyping(conversation.id);
  return isTyping && (
    <p className={styles.typing}>
      <span className={styles.dots} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      {t('thread.typing', { name: contactName })}
    </p>
  );
}
