import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { ChannelState } from './ChannelState';
import { type ChannelActivity, type OwnChannel, useCheckChannel } from './channelQueries';
import styles from './ConnectionCard.module.css';
import { LastEvents } from './LastEvents';

/** Whether the platform and we understand each other: checked on request, and told live. */
export function ConnectionCard({ channel, activity }: { channel: OwnChannel; activity?: ChannelActivity }) {
  const { t } = useTranslation();
  const check = useCheckChannel(channel.id);
  return (
    <Card
      title={t('setup.checkTitle')}
      tone={channel.state === 'connected' ? 'good' : undefined}
      action={
        channel.enabled && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconRefresh size={15} aria-hidden />}
            loading={check.isPending}
            onClick={() => check.mutate(undefined)}
          >
            {t('setup.check')}
          </Button>
        )
      }
    >
      <div role="status" className={styles.state}>
        <ChannelState state={channel.state} />
        {(channel.detail ?? check.error?.message) && <p className={styles.detail}>{channel.detail ?? check.error?.message}</p>}
      </div>
      <LastEvents activity={activity} />
    </Card>
  );
}
