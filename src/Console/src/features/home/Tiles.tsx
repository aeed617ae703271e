import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Waiting } from '../../api/types';
import type { InboxSearch } from '../conversations/conversationFilter';
import styles from './Tiles.module.css';

/** The four numbers of the moment; each leads to its list. */
export function Tiles({ waiting }: { waiting: Waiting | undefined }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.tiles} aria-label={t('home.now')}>
      <Tile label={t('home.unassigned')} count={waiting?.unassigned} search={{ view: 'unassigned' }} isLoud />
      <Tile label={t('home.waitingNow')} count={waiting?.waiting} search={{ view: 'all' }} />
      <Tile
        label={t('home.mine')}
        count={waiting?.mine.open}
        search={{ view: 'mine' }}
        more={waiting && waiting.mine.unread > 0 ? t('list.unread', { count: waiting.mine.unread }) : undefined}
      />
      <Tile label={t('home.waking')} count={waiting?.waking} search={{ view: 'all', status: 'snoozed' }} />
    </ul>
  );
}

type Props = { label: string; count: number | undefined; search: InboxSearch; more?: string; isLoud?: boolean };

function Tile({ label, count, search, more, isLoud = false }: Props) {
  const { i18n } = useTranslation();
  return (
    <li>
      <Link to="/conversations" search={search} className={styles.tile} data-loud={isLoud && (count ?? 0) > 0}>
        <span className={styles.label}>{label}</span>
        <span className={styles.count}>
          {count === undefined ? <Skeleton height={34} width={44} /> : new Intl.NumberFormat(i18n.language).format(count)}
          {more && <span className={styles.more}>{more}</span>}
        </span>
      </Link>
    </li>
  );
}
