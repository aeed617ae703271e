import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar';
import { Failure } from '../../ui/Failure';
import { PageFrame } from '../../ui/PageFrame';
import { operatorsQuery } from './operatorQueries';
import styles from './OperatorsPage.module.css';

export function OperatorsPage() {
  const { t } = useTranslation();
  const { data: operators, error, refetch } = useQuery(operatorsQuery);
  return (
    <PageFrame title={t('operators.title')} intro={t('operators.intro')}>
      {error && <Failure title={t('operators.failed')} error={error} onRetry={() => void refetch()} />}
      <ul className={styles.operators}>
        {operators?.map((operator) => (
          <li key={operator.id} className={styles.operator}>
            <Avatar id={operator.id} name={operator.name} />
            <span className={styles.name}>{operator.name}</span>
            <Presence state={operator.presence} />
            <span className={styles.role}>{t(`role.${operator.role}`)}</span>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}

const states = ['online', 'away', 'offline'] as const;

function Presence({ state }: { state: string }) {
  const { t } = useTranslation();
  const known = states.find((name) => name === state);
  return known ? (
    <span className={styles.presence} data-state={known}>
      {t(`presence.${known}`)}
    </span>
  ) : null;
}
