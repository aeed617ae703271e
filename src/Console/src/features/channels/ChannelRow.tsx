import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/types';
import { PlatformIcon, usePlatformName } from '../../ui/PlatformIcon';
import { ConnectionRow } from '../setup/ConnectionRow';
import type { ChannelActivity } from './channelQueries';
import { LastEvents } from './LastEvents';

export function ChannelRow({ channel, activity }: { channel: Channel; activity?: ChannelActivity }) {
  const { t } = useTranslation();
  const platformName = usePlatformName()(channel.platform);
  return (
    <ConnectionRow
      link={{ to: '/settings/channels/$channelId', params: { channelId: channel.id } }}
      icon={<PlatformIcon platform={channel.platform} size={22} />}
      name={channel.name}
      about={channel.privacy === 'pass-through' ? `${platformName} · ${t('channels.passThrough')}` : platformName}
      state={channel.state}
      reason={channel.detail}
    >
      <LastEvents activity={activity} />
    </ConnectionRow>
  );
}
