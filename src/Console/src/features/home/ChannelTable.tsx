import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Stats, Waiting } from '../../api/types';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { channelsQuery } from '../channels/channelQueries';
import styles from './ChannelTable.module.css';

/** Today by channel. One that was deleted meanwhile still counts in the sums above. */
export function ChannelTable({ stats, waiting }: { stats: Stats; waiting: Waiting | undefined }) {
  const { t } = useTranslation();
  const { data: channels } = useQuery(channelsQuery);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('home.byChannel')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('home.byChannel')}</th>
            <th scope="col">{t('home.inShort')}</th>
            <th scope="col">{t('home.outShort')}</th>
            <th scope="col">{t('home.waitingShort')}</th>
          </tr>
        </thead>
        <tbody>
          {channels?.map((channel) => {
            const volume = stats.channels.find(({ channelId }) => channelId === channel.id);
            return (
              <tr key={channel.id}>
                <th scope="row">
                  <span className={styles.channel}>
                    <PlatformIcon platform={channel.platform} />
                    <span className={styles.name}>{channel.name}</span>
                  </span>
                </th>
                <td>{volume?.inbound ?? 0}</td>
                <td>{volume?.outbound ?? 0}</td>
                <td>{waiting?.channels.find(({ channelId }) => channelId === channel.id)?.waiting ?? 0}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
