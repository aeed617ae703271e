import { Button } from '@mantine/core';
import { IconPlus, IconTags } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { PageFrame } from '../../ui/PageFrame';
import rows from '../settings/Rows.module.css';
import { LabelChip } from './LabelChip';
import { LabelForm } from './LabelForm';
import { type Label, labelsQuery, useDeleteLabel } from './labelQueries';

export function LabelsPage() {
  const { t } = useTranslation();
  const { data: labels, error, refetch } = useQuery(labelsQuery);
  const [editing, setEditing] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<Label | null>(null);
  const remove = useDeleteLabel();
  return (
    <PageFrame
      title={t('settings.entry.labels')}
      intro={t('labelList.intro')}
      action={
        editing === 'new' ? null : (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
            {t('labelList.add')}
          </Button>
        )
      }
    >
      {error && <Failure title={t('labelList.failed')} error={error} onRetry={() => void refetch()} />}
      {labels?.length === 0 && editing !== 'new' && <EmptyState icon={<IconTags size={26} />} title={t('labelList.empty')} />}
      <ul className={rows.rows}>
        {editing === 'new' && (
          <li className={rows.row}>
            <LabelForm onClose={() => setEditing(null)} />
          </li>
        )}
        {labels?.map((label) => (
          <li key={label.id} className={rows.row}>
            {editing === label.id ? (
              <LabelForm label={label} onClose={() => setEditing(null)} />
            ) : (
              <>
                <span className={rows.main}>
                  <span>
                    <LabelChip name={label.name} colour={label.colour} />
                  </span>
                </span>
                <span className={rows.detail}>{t('labelList.used', { count: label.conversations })}</span>
                <span className={rows.actions}>
                  <Button size="xs" variant="default" onClick={() => setEditing(label.id)}>
                    {t('labelList.edit')}
                    <span className="rz-hidden"> {label.name}</span>
                  </Button>
                  <Button size="xs" variant="default" onClick={() => setDeleting(label)}>
                    {t('labelList.delete')}
                    <span className="rz-hidden"> {label.name}</span>
                  </Button>
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={deleting !== null}
        title={t('labelList.deleteTitle', { name: deleting?.name ?? '' })}
        text={t('labelList.deleteText', { count: deleting?.conversations ?? 0 })}
        confirm={t('labelList.delete')}
        isPending={remove.isPending}
        error={remove.error}
        onClose={() => setDeleting(null)}
        onConfirm={() => remove.mutate(deleting!.id, { onSuccess: () => setDeleting(null) })}
      />
    </PageFrame>
  );
}
