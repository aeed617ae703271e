import { Button } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { PageFrame } from '../../ui/PageFrame';
import { ConnectionRows } from '../setup/ConnectionRow';
import { ChannelRow } from './ChannelRow';
import { activityQuery, channelsQuery } from './channelQueries';

export function ChannelsPage() {
  const { t } = useTranslation();
  const { data: channels, error, refetch } = useQuery(channelsQuery);
  const { data: activity } = useQuery({ ...activityQuery, refetchInterval: 15_000 });

  return (
    <PageFrame
      title={t('channels.title')}
      intro={t('channels.intro')}
      action={
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          renderRoot={(props) => <Link to="/settings/channels/new" {...props} />}
        >
          {t('setup.choose')}
        </Button>
      }
    >
      {error && <Failure title={t('channels.listFailed')} error={error} onRetry={() => void refetch()} />}
      {channels?.length === 0 && (
        <EmptyState icon={<IconPlugConnected size={26} />} title={t('channels.empty')} hint={t('inbox.welcomeHint')} />
      )}
      <ConnectionRows>
        {channels?.map((channel) => (
          <ChannelRow
            key={channel.id}
            channel={channel}
            activity={activity?.find(({ channelId }) => channelId === channel.id)}
          />
        ))}
      </ConnectionRows>
    </PageFrame>
  );
}
