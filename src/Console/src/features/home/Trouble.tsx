import { IconBiohazard, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Channel, Waiting } from '../../api/types';
import { usePlatformName } from '../../ui/PlatformIcon';
import { channelsQuery } from '../channels/channelQueries';
import { useMe } from '../session/session';
import { Card } from './Card';
import styles from './Trouble.module.css';

const isTrouble = ({ state }: Channel) => state === 'failed' || state === 'needs-login';

/** What keeps messages from coming in: channels that do not work, and for admins what could not be read. Nothing when all is well. */
export function Trouble({ waiting }: { waiting: Waiting | undefined }) {
  const { t } = useTranslation();
  const me = useMe();
  const channels = useQuery(channelsQuery).data?.filter(isTrouble) ?? [];
  const quarantined = waiting?.quarantined ?? 0;
  if (channels.length === 0 && quarantined === 0) {
    return null;
  }
  return (
    <Card title={t('home.trouble')}>
      <ul className={styles.list}>
        {channels.map((channel) => (
          <BrokenChannel key={channel.id} channel={channel} isAdmin={me.role === 'admin'} />
        ))}
        {quarantined > 0 && (
          <li className={styles.item}>
            <IconBiohazard size={20} className={styles.warn} aria-hidden />
            <span className={styles.words}>
              <Link to="/settings" className={styles.link}>
                {t('home.quarantined', { count: quarantined })}
              </Link>
              <span className={styles.detail}>{t('home.quarantinedHint')}</span>
            </span>
          </li>
        )}
      </ul>
    </Card>
  );
}

function BrokenChannel({ channel, isAdmin }: { channel: Channel; isAdmin: boolean }) {
  const { t } = useTranslation();
  const platform = usePlatformName()(channel.platform);
  const title = `${channel.name} · ${platform}`;
  return (
    <li className={styles.item}>
      <IconPlugConnectedX size={20} className={styles.bad} aria-hidden />
      <span className={styles.words}>
        {isAdmin ? (
          <Link to="/settings/channels" className={styles.link}>
            {title}
          </Link>
        ) : (
          <span className={styles.name}>{title}</span>
        )}
        <span className={styles.detail}>{channel.detail ?? t(`channels.state.${channel.state}`)}</span>
      </span>
    </li>
  );
}
