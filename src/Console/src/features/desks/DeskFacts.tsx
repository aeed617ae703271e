import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../channels/channelQueries';
import styles from './DeskFacts.module.css';
import type { Desk } from './deskQueries';

/** Whom a desk serves, and how much it has yet to do. */
export function DeskFacts({ desk }: { desk: Desk }) {
  const { t, i18n } = useTranslation();
  const { data: channels = [] } = useQuery(channelsQuery);
  const names = desk.channelIds.map((id) => channels.find((channel) => channel.id === id)?.name ?? '…');
  return (
    <span className={styles.facts}>
      <span>
        {names.length === 0 ? t('desks.servesAll') : t('desks.serves', { names: new Intl.ListFormat(i18n.language).format(names) })}
      </span>
      <span className={desk.waiting > 0 ? styles.waiting : undefined}>
        {desk.waiting > 0 ? t('desks.waiting', { count: desk.waiting }) : t('desks.nothingWaits')}
      </span>
    </span>
  );
}
