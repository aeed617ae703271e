import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/types';
import { PlatformIcon, usePlatformName } from '../../ui/PlatformIcon';
import type { ChannelActivity } from './channelQueries';
import styles from './ChannelsPage.module.css';
import { ChannelState } from './ChannelState';
import { LastEvents } from './LastEvents';

export function ChannelRow({ channel, activity }: { channel: Channel; activity?: ChannelActivity }) {
  const { t } = useTranslation();
  const platformName = usePlatformName();
  return (
    <li>
      <Link to="/settings/channels/$channelId" params={{ channelId: channel.id }} className={styles.channel}>
        <span className={styles.platform}>
          <PlatformIcon platform={channel.platform} size={22} />
        </span>
        <span className={styles.names}>
          <span className={styles.name}>{channel.name}</span>
          <span className={styles.detail}>
            {platformName(channel.platform)}
            {channel.privacy === 'pass-through' && ` · ${t('channels.passThrough')}`}
          </span>
        </span>
        <ChannelState state={channel.state} />
        <IconChevronRight className={styles.chevron} size={18} aria-hidden />
        <LastEvents activity={activity} />
        {channel.detail && <span className={styles.reason}>{channel.detail}</span>}
      </Link>
    </li>
  );
}
