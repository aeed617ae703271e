import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { dayName } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import styles from './Thread.module.css';
import { shownTime } from './threadEntries';

export function DayLine({ message }: { message: Message }) {
  const { t, i18n } = useTranslation();
  const iso = shownTime(message);
  const words = { today: t('thread.today'), yesterday: t('thread.yesterday') };
  return (
    <div className={styles.day}>
      <time dateTime={iso.slice(0, 10)}>{dayName(iso, useNow(), i18n.language, words)}</time>
    </div>
  );
}
