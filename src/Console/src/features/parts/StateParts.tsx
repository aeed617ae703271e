import { Button, Skeleton } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { conversation, message } from '../../testing/samples';
import { Avatar } from '../../ui/Avatar';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { useAnnounce } from '../../ui/Notice';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { ConversationRow } from '../conversations/ConversationRow';
import { Part } from './Part';
import styles from './Parts.module.css';

const platforms = ['telegram', 'viber', 'whatsapp', 'messenger', 'instagram', 'wechat', 'webchat', 'seller-crm', 'custom'];

const rows = [
  conversation('row1', 30, { unread: 3, waitingSince: '2026-03-03T12:10:00Z', lastMessage: message(1), labels: ['VIP'] }),
  conversation('row2', 20, { lastMessage: message(2, { direction: 'outbound', status: 'failed' }) }),
  conversation('row3', 10, { status: 'closed', lastMessage: message(3) }),
];

/** Rows, faces, notices, and the states of a part that has nothing, fails or is on its way. */
export function StateParts() {
  const { t } = useTranslation();
  const announce = useAnnounce();
  return (
    <>
      <Part title={t('parts.rows')}>
        <div className={styles.rows}>
          {rows.map((row) => (
            <div key={row.id} className={styles.row}>
              <ConversationRow conversation={row} isOpen={false} isTabStop={false} />
            </div>
          ))}
        </div>
      </Part>
      <Part title={t('parts.faces')}>
        {platforms.map((platform) => (
          <span key={platform} className={styles.face}>
            <Avatar id={platform} name={platform} size={36} />
            <PlatformIcon platform={platform} size={20} />
          </span>
        ))}
      </Part>
      <Part title={t('parts.notices')}>
        <Button variant="default" onClick={() => announce(t('parts.saved'))}>
          {t('parts.plain')}
        </Button>
        <Button variant="default" onClick={() => announce(t('parts.notSaved'), 'bad')}>
          {t('parts.bad')}
        </Button>
      </Part>
      <Part title={t('parts.states')}>
        <div className={styles.state}>
          <EmptyState icon={<IconMoodSmile size={26} />} title={t('list.empty')} hint={t('list.emptyAll')} />
        </div>
        <div className={styles.state}>
          <Failure title={t('list.failed')} error={new Error(t('parts.reason'))} onRetry={() => {}} />
        </div>
        <div className={styles.state}>
          <Skeleton height={44} mb={10} radius="md" />
          <Skeleton height={44} mb={10} radius="md" />
          <Skeleton height={44} radius="md" />
        </div>
      </Part>
    </>
  );
}
