import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Stats, Waiting } from '../../api/types';
import { Card } from './Card';
import { ChannelTable } from './ChannelTable';
import { HourChart } from './HourChart';
import styles from './Today.module.css';
import { waitLength } from './waitLength';

/** Today's numbers, each counted from the messages themselves. */
export function Today({ stats, waiting }: { stats: Stats | undefined; waiting: Waiting | undefined }) {
  const { t, i18n } = useTranslation();
  const count = (value: number | undefined) => value !== undefined && new Intl.NumberFormat(i18n.language).format(value);
  const wait = (seconds: number | null | undefined) =>
    seconds === undefined ? undefined : seconds === null ? t('home.none') : waitLength(seconds, i18n.language);
  return (
    <Card title={t('home.today')}>
      <dl className={styles.numbers}>
        <Figure label={t('home.inbound')} value={count(stats?.messages.inbound)} />
        <Figure label={t('home.outbound')} value={count(stats?.messages.outbound)} />
        <Figure label={t('home.newConversations')} value={count(stats?.conversations.new)} />
        <Figure label={t('home.closedConversations')} value={count(stats?.conversations.closed)} />
        <Figure label={t('home.median')} value={wait(stats?.firstResponse.medianSeconds)} />
        <Figure label={t('home.ninetieth')} value={wait(stats?.firstResponse.ninetiethSeconds)} />
      </dl>
      <div className={styles.detail}>
        {stats ? <HourChart stats={stats} /> : <Skeleton height={236} radius="md" />}
        {stats ? <ChannelTable stats={stats} waiting={waiting} /> : <Skeleton height={236} radius="md" />}
      </div>
    </Card>
  );
}

function Figure({ label, value }: { label: string; value: string | false | undefined }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>{value || <Skeleton height={26} width={40} />}</dd>
    </div>
  );
}
