import { useTranslation } from 'react-i18next';
import styles from './OperatorsPage.module.css';

const states = ['online', 'away', 'offline'] as const;

export function Presence({ state }: { state: string }) {
  const { t } = useTranslation();
  const known = states.find((name) => name === state);
  return known ? (
    <span className={styles.presence} data-state={known}>
      {t(`presence.${known}`)}
    </span>
  ) : null;
}
