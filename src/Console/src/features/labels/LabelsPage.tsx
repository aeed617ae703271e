import { IconTags } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EditableList } from '../../ui/EditableList';
import rows from '../../ui/Rows.module.css';
import { LabelChip } from './LabelChip';
import { LabelForm } from './LabelForm';
import { labelsQuery, useDeleteLabel } from './labelQueries';

export function LabelsPage() {
  const { t } = useTranslation();
  return (
    <EditableList
      title={t('settings.entry.labels')}
      intro={t('labelList.intro')}
      addWord={t('labelList.add')}
      failedWords={t('labelList.failed')}
      empty={{ icon: <IconTags size={26} />, title: t('labelList.empty') }}
      list={useQuery(labelsQuery)}
      remove={useDeleteLabel()}
      deleteText={({ conversations }) => t('labelList.deleteText', { count: conversations })}
      form={(label, close) => <LabelForm label={label ?? undefined} onClose={close} />}
      row={({ name, colour, conversations }) => (
        <>
          <span className={rows.main}>
            <span>
              <LabelChip name={name} colour={colour} />
            </span>
          </span>
          <span className={rows.detail}>{t('labelList.used', { count: conversations })}</span>
        </>
      )}
    />
  );
}
