import { useTranslation } from 'react-i18next';
import { ShortTime } from '../../ui/Time';
import type { ChannelActivity } from './channelQueries';
import styles from './LastEvents.module.css';

/** When something last came in, went out, and did not. */
export function LastEvents({ activity }: { activity?: ChannelActivity }) {
  const { t } = useTranslation();
  return (
    <span className={styles.events}>
      <LastEvent name={t('channels.lastIn')} at={activity?.lastInboundAt} />
      <LastEvent name={t('channels.lastOut')} at={activity?.lastOutboundAt} />
      {activity?.lastFailedAt && (
        <span className={styles.error}>
          {t('channels.lastError')} <ShortTime iso={activity.lastFailedAt} />: {activity.lastError}
        </span>
      )}
    </span>
  );
}

function LastEvent({ name, at }: { name: string; at?: string | null }) {
  const { t } = useTranslation();
  return (
    <span>
      {name} {at ? <ShortTime iso={at} className={styles.time} /> : t('channels.never')}
    </span>
  );
}
