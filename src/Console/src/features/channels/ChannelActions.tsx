import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConnectionActions } from '../setup/ConnectionActions';
import { type OwnChannel, useChangeChannel, useDeleteChannel } from './channelQueries';

export function ChannelActions({ channel }: { channel: OwnChannel }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <ConnectionActions
      name={channel.name}
      isEnabled={channel.enabled}
      deleteText={t('channels.deleteText')}
      change={useChangeChannel(channel.id)}
      remove={useDeleteChannel(channel.id)}
      onDeleted={() => void navigate({ to: '/settings/channels', replace: true })}
    />
  );
}
