import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/types';
import { PlatformIcon, usePlatformName } from '../../ui/PlatformIcon';
import styles from './ChannelsPage.module.css';

export function ChannelRow({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const platformName = usePlatformName();
  return (
    <li className={styles.channel}>
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
      <span className={styles.state} data-state={channel.state}>
        {t(`channels.state.${channel.state}`)}
      </span>
      {channel.detail && <p className={styles.reason}>{channel.detail}</p>}
    </li>
  );
}
