import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import rows from '../../ui/Rows.module.css';
import { LabelChip } from './LabelChip';
import { type Label, type LabelColour, labelColours, useSaveLabel } from './labelQueries';

export function LabelForm({ label, onClose }: { label?: Label; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveLabel();
  const [name, setName] = useState(label?.name ?? '');
  const [colour, setColour] = useState<LabelColour>(label?.colour ?? 'teal');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ id: label?.id, name: name.trim(), colour }, { onSuccess: onClose });
  };
  return (
    <form className={rows.form} style={{ flex: 1 }} onSubmit={submit}>
      <TextInput
        label={t('labelList.name')}
        value={name}
        error={save.error?.message}
        maxLength={64}
        required
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('labelList.colour')}
        value={colour}
        onChange={(event) => setColour(event.currentTarget.value as LabelColour)}
        data={labelColours.map((value) => ({ value, label: t(`labelList.tone.${value}`) }))}
      />
      <LabelChip name={name || t('labelList.name')} colour={colour} />
      <span className={rows.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </span>
    </form>
  );
}
