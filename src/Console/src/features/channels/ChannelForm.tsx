import { Alert, Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import styles from './ChannelForm.module.css';
import type { SettingValue } from './channelQueries';
import { FieldInput } from './FieldInput';
import type { Field, PlatformForm } from './platformForms';
import { type Entries, entriesOf, isShown, settingsOf } from './settingsForm';

type Props = {
  form: PlatformForm;
  name: string;
  stored: Record<string, SettingValue> | null;
  error: Error | null;
  submit: ReactNode;
  onSubmit: (name: string, settings: Record<string, SettingValue | null>, entries: Entries) => void;
};

/** The fields of one platform, new or to be changed. What the server does not like is said at its field. */
export function ChannelForm({ form, name: firstName, stored, error, submit, onSubmit }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(firstName);
  const [entries, setEntries] = useState(() => entriesOf(form, stored));
  const [isMoreOpen, setMoreOpen] = useState(false);
  const wrong = error instanceof Problem && typeof error.details.field === 'string' ? error.details.field : null;
  const isKnown = (field: string) => field === 'name' || form.fields.some((known) => `settings.${known.name}` === field);
  const shown = form.fields.filter((field) => isShown(field, entries));
  const rare = shown.filter((field) => field.isRare);
  const hasWrongRare = rare.some((field) => `settings.${field.name}` === wrong);

  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(name.trim(), settingsOf(form, entries, stored), entries);
  };

  const input = (field: Field) => (
    <FieldInput
      key={field.name}
      field={field}
      value={entries[field.name] ?? ''}
      isSet={stored !== null && field.name in stored}
      error={wrong === `settings.${field.name}` ? error?.message : undefined}
      onChange={(value) => setEntries((before) => ({ ...before, [field.name]: value }))}
    />
  );

  return (
    <form className={styles.form} onSubmit={send}>
      <TextInput
        label={t('setup.name')}
        description={t('setup.nameHint')}
        value={name}
        error={wrong === 'name' ? error?.message : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
        required
      />
      {shown.filter((field) => !field.isRare).map(input)}
      {rare.length > 0 && (
        <details
          className={styles.more}
          open={isMoreOpen || hasWrongRare}
          onToggle={(event) => setMoreOpen(event.currentTarget.open)}
        >
          <summary>{t('setup.more')}</summary>
          <div className={styles.form}>{rare.map(input)}</div>
        </details>
      )}
      <div role="alert">
        {error && !(wrong && isKnown(wrong)) && (
          <Alert color="red" py="xs">
            {error.message}
          </Alert>
        )}
      </div>
      <div className={styles.buttons}>{submit}</div>
    </form>
  );
}

export const SubmitButton = ({ isPending, children }: { isPending: boolean; children: ReactNode }) => (
  <Button type="submit" loading={isPending}>
    {children}
  </Button>
);
