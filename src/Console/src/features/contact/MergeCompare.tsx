import { Button, Loader } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, MergePreview } from '../../api/contactTypes';
import { Avatar } from '../../ui/Avatar';
import { Failure } from '../../ui/Failure';
import { useAnnounce } from '../../ui/Notice';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { useMerge } from './contactChanges';
import { mergePreviewQuery } from './contactQueries';
import { gainsOf, handleOf, keptBackOf } from './contactWords';
import styles from './MergeDialog.module.css';

type Props = { contactId: string; otherId: string; onBack: () => void; onDone: () => void };

/** Both side by side, and in words what a merge would do. Either may be the one who stays. */
export function MergeCompare({ contactId, otherId, onBack, onDone }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [[into, other], setPair] = useState([contactId, otherId] as const);
  const { data: preview, error, refetch } = useQuery({ ...mergePreviewQuery(into, other), staleTime: 0 });
  const merge = useMerge(contactId);

  if (error) {
    return <Failure title={t('contact.previewFailed')} error={error} onRetry={() => void refetch()} />;
  }
  if (!preview) {
    return <Loader m="auto" role="progressbar" aria-label={t('common.loading')} />;
  }
  const stays = preview.contact.name ?? t('thread.customer');
  const joins = preview.other.name ?? t('thread.customer');
  const finish = () => {
    announce(t('contact.merged', { name: joins, into: stays }));
    onDone();
  };
  return (
    <div className={styles.compare}>
      <div className={styles.pair}>
        <Side contact={preview.contact} role={t('contact.stays')} conversations={preview.conversations} />
        <Button
          className={styles.swap}
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowsExchange size={16} aria-hidden />}
          onClick={() => setPair([other, into])}
        >
          {t('contact.swap')}
        </Button>
        <Side contact={preview.other} role={t('contact.joins')} conversations={preview.otherConversations} />
      </div>
      <Outcome preview={preview} stays={stays} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onBack}>
          {t('contact.somebodyElse')}
        </Button>
        <Button loading={merge.isPending} onClick={() => merge.mutate({ into, other }, { onSuccess: finish })}>
          {t('contact.mergeNow')}
        </Button>
      </div>
    </div>
  );
}

function Side({ contact, role, conversations }: { contact: Contact; role: string; conversations: number }) {
  const { t } = useTranslation();
  const name = contact.name ?? t('thread.customer');
  return (
    <section className={styles.side} aria-label={`${role}: ${name}`}>
      <p className={styles.role}>{role}</p>
      <Avatar id={contact.id} name={name} url={contact.avatarUrl} size={44} />
      <bdi className={styles.personName}>{name}</bdi>
      {[contact.phone, contact.email].map((line) => line && <span key={line}>{line}</span>)}
      <ul className={styles.handles}>
        {contact.identities.map((identity) => (
          <li key={`${identity.channelId} ${identity.id}`}>
            <PlatformIcon platform={identity.platform} size={16} />
            <bdi>{handleOf(identity)}</bdi>
          </li>
        ))}
      </ul>
      <span className={styles.count}>{t('contact.conversationCount', { count: conversations })}</span>
    </section>
  );
}

function Outcome({ preview, stays }: { preview: MergePreview; stays: string }) {
  const { t } = useTranslation();
  const newLabels = preview.result.labels.filter((label) => !preview.contact.labels.includes(label));
  const newFields = Object.keys(preview.result.fields).filter((field) => !(field in preview.contact.fields));
  return (
    <ul className={styles.outcome}>
      <li>{t('contact.outcomeMoves', { count: preview.otherConversations, name: stays })}</li>
      {gainsOf(preview).map(({ field, value }) => (
        <li key={field}>{t('contact.outcomeGains', { field: t(`contact.${field}`), value })}</li>
      ))}
      {newLabels.length > 0 && <li>{t('contact.outcomeLabels', { labels: newLabels.join(', ') })}</li>}
      {newFields.length > 0 && <li>{t('contact.outcomeFields', { count: newFields.length })}</li>}
      {keptBackOf(preview).map(({ field, value }) => (
        <li key={field}>{t('contact.outcomeKept', { field: t(`contact.${field}`), value })}</li>
      ))}
      <li>{t('contact.outcomeUndo')}</li>
    </ul>
  );
}
