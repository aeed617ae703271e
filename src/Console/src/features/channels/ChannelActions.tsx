import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useAnnounce } from '../../ui/Notice';
import { type OwnChannel, useChangeChannel, useDeleteChannel } from './channelQueries';
import styles from './ChannelForm.module.css';

/** Off and on again, or away for good: what that means is said before it happens. */
export function ChannelActions({ channel }: { channel: OwnChannel }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const change = useChangeChannel(channel.id);
  const remove = useDeleteChannel();
  const [isDeleting, setDeleting] = useState(false);
  return (
    <div className={styles.buttons}>
      <Button variant="default" loading={change.isPending} onClick={() => change.mutate({ enabled: !channel.enabled })}>
        {channel.enabled ? t('channels.switchOff') : t('channels.switchOn')}
      </Button>
      <Button variant="default" c="var(--rz-danger)" onClick={() => setDeleting(true)}>
        {t('channels.delete')}
      </Button>
      <ConfirmDialog
        isOpen={isDeleting}
        title={t('channels.deleteTitle', { name: channel.name })}
        text={t('channels.deleteText')}
        confirm={t('channels.delete')}
        isPending={remove.isPending}
        error={remove.error}
        onClose={() => setDeleting(false)}
        onConfirm={() =>
          remove.mutate(channel.id, {
            onSuccess: () => {
              announce(t('channels.deleted', { name: channel.name }));
              void navigate({ to: '/settings/channels', replace: true });
            },
          })
        }
      />
    </div>
  );
}
