import { Button } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { PageFrame } from '../../ui/PageFrame';
import { ChannelRow } from './ChannelRow';
import { channelsQuery } from './channelQueries';
import { ConnectTelegram } from './ConnectTelegram';
import styles from './ChannelsPage.module.css';

export function ChannelsPage() {
  const { t } = useTranslation();
  const { connect } = useSearch({ from: '/frame/settings/channels' });
  const navigate = useNavigate({ from: '/settings/channels' });
  const { data: channels, error, refetch } = useQuery(channelsQuery);
  const setConnecting = (isConnecting: boolean) =>
    void navigate({ search: { connect: isConnecting ? 'telegram' : undefined }, replace: true });

  return (
    <PageFrame
      title={t('channels.title')}
      intro={t('channels.intro')}
      action={
        connect ? null : (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setConnecting(true)}>
            {t('channels.connectTelegram')}
          </Button>
        )
      }
    >
      {connect && <ConnectTelegram onClose={() => setConnecting(false)} />}
      {error && <Failure title={t('channels.listFailed')} error={error} onRetry={() => void refetch()} />}
      {channels?.length === 0 && !connect && (
        <EmptyState icon={<IconPlugConnected size={26} />} title={t('channels.empty')} hint={t('inbox.welcomeHint')} />
      )}
      <ul className={styles.channels}>
        {channels?.map((channel) => (
          <ChannelRow key={channel.id} channel={channel} />
        ))}
      </ul>
    </PageFrame>
  );
}
