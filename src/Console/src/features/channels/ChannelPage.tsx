import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { PageFrame } from '../../ui/PageFrame';
import { usePlatformName } from '../../ui/PlatformIcon';
import { ConnectionCard } from '../setup/ConnectionCard';
import { ChannelActions } from './ChannelActions';
import { ChannelSettings } from './ChannelSettings';
import { activityQuery, ownChannelsQuery, useCheckChannel } from './channelQueries';
import { FirstMessage } from './FirstMessage';
import { LastEvents } from './LastEvents';
import { formOf } from './platformForms';
import { SignIn } from './SignIn';
import { TellPlatform } from './TellPlatform';

const often = 2500;

/** One channel from its connection to its first message, and everything that can be changed about it. */
export function ChannelPage() {
  const { t } = useTranslation();
  const { channelId } = useParams({ from: '/frame/settings/channels/$channelId' });
  const platformName = usePlatformName();
  const { data: channels } = useQuery(ownChannelsQuery);
  const { data: activities } = useQuery({ ...activityQuery, refetchInterval: often });
  const check = useCheckChannel(channelId);
  const channel = channels?.find(({ id }) => id === channelId);
  const activity = activities?.find((known) => known.channelId === channelId);

  if (!channels) {
    return null;
  }
  if (!channel) {
    return (
      <PageFrame title={t('channels.title')} intro={t('channels.intro')}>
        <EmptyState icon={<IconPlugConnected size={26} />} title={t('channels.gone')} />
      </PageFrame>
    );
  }
  const form = formOf(channel.platform);
  return (
    <PageFrame title={channel.name} intro={platformName(channel.platform)} action={<ChannelActions channel={channel} />}>
      <ConnectionCard connection={channel} check={check}>
        <LastEvents activity={activity} />
      </ConnectionCard>
      {channel.state === 'needs-login' && <SignIn channel={channel} />}
      {form && <TellPlatform key={`tell ${channel.id}`} channel={channel} form={form} />}
      {form && channel.enabled && channel.state !== 'needs-login' && (
        <FirstMessage channel={channel} attempt={form.attempt} lastInboundAt={activity?.lastInboundAt ?? null} />
      )}
      {channel.limits?.hasMenu && channel.enabled && (
        <Card
          title={t('channelMenu.title')}
          action={
            <Button
              variant="default"
              size="xs"
              renderRoot={(props) => <Link to="/settings/channels/$channelId/menu" params={{ channelId }} {...props} />}
            >
              {t('channelMenu.open')}
            </Button>
          }
        >
          <p style={{ margin: 0 }}>{t('channelMenu.about')}</p>
        </Card>
      )}
      {form && (
        <Card title={t('channels.settings')}>
          <ChannelSettings key={channel.id} channel={channel} form={form} />
        </Card>
      )}
    </PageFrame>
  );
}
