import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Operator, Waiting } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { operatorsQuery } from '../operators/operatorQueries';
import { Card } from './Card';
import styles from './Team.module.css';

const order = ['online', 'away', 'offline'] as const;

const rank = (operator: Operator) => order.findIndex((state) => state === operator.presence);

/** Who is on, and who is not but still holds something. */
export function Team({ waiting }: { waiting: Waiting | undefined }) {
  const { t } = useTranslation();
  const { data: operators } = useQuery(operatorsQuery);
  const held = (id: string) => waiting?.operators.find(({ operatorId }) => operatorId === id)?.held ?? 0;
  const shown = operators?.filter(({ id, presence }) => presence !== 'offline' || held(id) > 0).sort((a, b) => rank(a) - rank(b));
  return (
    <Card title={t('home.team')}>
      {!shown && <Skeleton height={44} radius="md" />}
      <ul className={styles.team}>
        {shown?.map((operator) => {
          const state = order.find((known) => known === operator.presence) ?? 'offline';
          return (
            <li key={operator.id} className={styles.operator} data-state={state}>
              <Avatar id={operator.id} name={operator.name} size={32} />
              <span className={styles.name}>{operator.name}</span>
              <span className={styles.held}>{held(operator.id) > 0 && t('home.holds', { count: held(operator.id) })}</span>
              <span className={styles.presence}>{t(`presence.${state}`)}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
