import { Skeleton } from '@mantine/core';
import { IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Waiting } from '../../api/types';
import { EmptyState } from '../../ui/EmptyState';
import { duration, urgency } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import { useLastLine } from '../conversations/useLastLine';
import { useMe } from '../session/session';
import { Card } from './Card';
import styles from './Longest.module.css';
import { PersonLink } from './PersonLink';

const places = 5;

/** Who has waited longest, with how long and who holds it. */
export function Longest({ waiting }: { waiting: Waiting | undefined }) {
  const { t } = useTranslation();
  return (
    <Card title={t('home.longest')}>
      <div className={styles.list}>
        {!waiting && Array.from({ length: places }, (_, place) => <Skeleton key={place} height={44} radius="md" className={styles.soon} />)}
        {waiting?.longest.length === 0 && (
          <EmptyState icon={<IconCircleCheck size={26} />} title={t('home.nobodyWaits')} hint={t('home.nobodyWaitsHint')} />
        )}
        <ol className={styles.people}>
          {waiting?.longest.map((conversation) => (
            <li key={conversation.id}>
              <WaitingPerson conversation={conversation} />
            </li>
          ))}
        </ol>
      </div>
    </Card>
  );
}

function WaitingPerson({ conversation }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const me = useMe();
  const line = useLastLine(conversation);
  const { claim, waitingSince } = conversation;
  const holder = !claim ? t('home.free') : claim.operatorId === me.id ? t('list.youHold') : t('list.heldBy', { name: claim.name });
  return (
    <PersonLink conversation={conversation} line={line}>
      <span className={styles.state}>
        {waitingSince && (
          <span className={styles.wait} data-urgency={urgency(waitingSince, now)}>
            <IconClock size={14} stroke={2} aria-hidden />
            <time dateTime={waitingSince}>{duration(waitingSince, now, i18n.language)}</time>
          </span>
        )}
        <span className={styles.holder}>{holder}</span>
      </span>
    </PersonLink>
  );
}
