import { Button } from '@mantine/core';
import { IconClock, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { PageFrame } from '../../ui/PageFrame';
import { untilTime } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import rows from '../settings/Rows.module.css';
import { HoursForm } from './HoursForm';
import styles from './HoursPage.module.css';
import { type Hours, hoursNowQuery, hoursQuery, useDeleteHours } from './hoursQueries';

export function HoursPage() {
  const { t } = useTranslation();
  const { data: all, error, refetch } = useQuery(hoursQuery);
  const [editing, setEditing] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<Hours | null>(null);
  const remove = useDeleteHours();
  const edited = all?.find(({ id }) => id === editing);
  return (
    <PageFrame
      title={t('settings.entry.hours')}
      intro={t('hours.intro')}
      action={
        editing ? null : (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
            {t('hours.add')}
          </Button>
        )
      }
    >
      {error && <Failure title={t('hours.failed')} error={error} onRetry={() => void refetch()} />}
      {all?.length === 0 && !editing && (
        <EmptyState icon={<IconClock size={26} />} title={t('hours.empty')} hint={t('hours.emptyHint')} />
      )}
      {editing ? (
        <HoursForm key={editing} hours={edited ?? null} onClose={() => setEditing(null)} />
      ) : (
        <ul className={rows.rows}>
          {all?.map((hours) => (
            <li key={hours.id} className={rows.row}>
              <span className={rows.main}>
                <span className={rows.name}>{hours.name}</span>
                <span className={rows.detail}>
                  {hours.timeZone} · {t('hours.channelCount', { count: hours.channelIds.length })}
                </span>
              </span>
              <OpenNow id={hours.id} />
              <span className={rows.actions}>
                <Button size="xs" variant="default" onClick={() => setEditing(hours.id)}>
                  {t('labelList.edit')}
                  <span className="rz-hidden"> {hours.name}</span>
                </Button>
                <Button size="xs" variant="default" onClick={() => setDeleting(hours)}>
                  {t('labelList.delete')}
                  <span className="rz-hidden"> {hours.name}</span>
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        isOpen={deleting !== null}
        title={t('labelList.deleteTitle', { name: deleting?.name ?? '' })}
        text={t('hours.deleteText')}
        confirm={t('labelList.delete')}
        isPending={remove.isPending}
        error={remove.error}
        onClose={() => setDeleting(null)}
        onConfirm={() => remove.mutate(deleting!.id, { onSuccess: () => setDeleting(null) })}
      />
    </PageFrame>
  );
}

function OpenNow({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { data: state } = useQuery(hoursNowQuery(id));
  if (!state) {
    return null;
  }
  const until = state.changesAt && untilTime(state.changesAt, now, i18n.language);
  return (
    <span className={styles.now} data-open={state.open}>
      {until ? t(state.open ? 'hours.openUntil' : 'hours.closedUntil', { time: until }) : t(state.open ? 'hours.open' : 'hours.closed')}
    </span>
  );
}
