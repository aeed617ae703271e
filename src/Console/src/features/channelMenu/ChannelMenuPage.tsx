import { Alert } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure';
import { PageFrame } from '../../ui/PageFrame';
import { channelsQuery } from '../channels/channelQueries';
import styles from './ChannelMenu.module.css';
import { MenuEditor } from './MenuEditor';
import { menuQuery } from './menuQueries';

/** The menu beside the field customers write in: as it stands, to be changed and published. */
export function ChannelMenuPage() {
  const { t } = useTranslation();
  const { channelId } = useParams({ from: '/frame/settings/channels/$channelId/menu' });
  const channel = useQuery(channelsQuery).data?.find(({ id }) => id === channelId);
  const hasMenu = channel?.limits?.hasMenu === true;
  const { data: lines, error, refetch } = useQuery({ ...menuQuery(channelId), enabled: hasMenu });
  if (!channel) {
    return null;
  }
  return (
    <PageFrame title={t('channelMenu.of', { name: channel.name })} intro={t('channelMenu.about')}>
      <Link to="/settings/channels/$channelId" params={{ channelId }} className={styles.back}>
        <IconChevronLeft size={18} aria-hidden />
        {t('channelMenu.back')}
      </Link>
      {!hasMenu && <Alert color="yellow">{t('channelMenu.noMenu')}</Alert>}
      {error && !lines && <Failure title={t('channelMenu.failed')} error={error} onRetry={() => void refetch()} />}
      {lines && <MenuEditor key={channelId} channel={channel} standing={lines} />}
    </PageFrame>
  );
}
