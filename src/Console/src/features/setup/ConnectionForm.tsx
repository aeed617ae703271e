import { Alert, Button, TextInput } from '@mantine/core';
import type { ParseKeys } from 'i18next';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import type { Settings } from '../../api/types';
import styles from './ConnectionForm.module.css';
import { FieldInput } from './FieldInput';
import type { Field, SetupForm } from './settingFields';
import { type Entries, entriesOf, isShown, settingIn, settingsOf } from './settingsForm';

type Props = {
  form: SetupForm;
  name: string;
  nameLabel: string;
  stored: Settings | null;
  error: Error | null;
  submit: ReactNode;
  /** What is no setting, between the settings and the button. */
  children?: ReactNode;
  onSubmit: (name: string, settings: Settings, entries: Entries) => void;
};

/** The fields of one kind of connection, new or to be changed. What the server does not like is said at its field. */
export function ConnectionForm({ form, name: firstName, nameLabel, stored, error, submit, children, onSubmit }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(firstName);
  const [entries, setEntries] = useState(() => entriesOf(form, stored));
  const wrong = error instanceof Problem && typeof error.details.field === 'string' ? error.details.field : null;
  const isKnown = (field: string) => field === 'name' || form.fields.some((known) => `settings.${known.name}` === field);
  const shown = form.fields.filter((field) => isShown(field, entries));
  const folds = [...new Set(shown.map(foldOf).filter((fold) => fold !== null))];

  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(name.trim(), settingsOf(form, entries, stored), entries);
  };

  const input = (field: Field) => (
    <FieldInput
      key={field.name}
      field={field}
      value={entries[field.name] ?? ''}
      isSet={stored !== null && settingIn(stored, field.name) !== undefined}
      error={wrong === `settings.${field.name}` ? error?.message : undefined}
      onChange={(value) => setEntries((before) => ({ ...before, [field.name]: value }))}
    />
  );

  return (
    <form className={styles.form} onSubmit={send}>
      <TextInput
        label={nameLabel}
        description={t('setup.nameHint')}
        value={name}
        error={wrong === 'name' ? error?.message : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
        required
      />
      {shown.filter((field) => foldOf(field) === null).map(input)}
      {children}
      {folds.map((fold) => {
        const fields = shown.filter((field) => foldOf(field) === fold);
        return (
          <Fold key={fold} name={t(fold)} isForced={fields.some((field) => `settings.${field.name}` === wrong)}>
            {fields.map(input)}
          </Fold>
        );
      })}
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

const foldOf = ({ isRare }: Field): ParseKeys | null => (isRare === true ? 'setup.more' : isRare || null);

/** What most never touch; open where something in it is wrong. */
function Fold({ name, isForced, children }: { name: string; isForced: boolean; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.more} open={isOpen || isForced} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      <div className={styles.form}>{children}</div>
    </details>
  );
}

export const SubmitButton = ({ isPending, children }: { isPending: boolean; children: ReactNode }) => (
  <Button type="submit" loading={isPending}>
    {children}
  </Button>
);
