import { useTranslation } from 'react-i18next';
import { dayName } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import styles from './Thread.module.css';

export function DayLine({ iso }: { iso: string }) {
  const { t, i18n } = useTranslation();
  const words = { today: t('thread.today'), yesterday: t('thread.yesterday') };
  return (
    <div className={styles.dayLine}>
      <time dateTime={iso.slice(0, 10)}>{dayName(iso, useNow(), i18n.language, words)}</time>
    </div>
  );
}
