import { Button, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { ContactField, ContactFieldKind } from '../../api/contactTypes';
import styles from './ContactFieldsPage.module.css';
import { contactFieldsQuery } from './contactQueries';
import './mantineParts.css';

const kinds: ContactFieldKind[] = ['text', 'number', 'date', 'choice'];
const blank = { name: '', kind: 'text' as ContactFieldKind, choices: [] as string[] };

export function NewFieldForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [field, setField] = useState(blank);
  const create = useMutation({
    mutationFn: () =>
      api.post<ContactField>('contact-fields', { body: { ...field, choices: field.kind === 'choice' ? field.choices : [] } }),
    onSuccess: () => {
      setField(blank);
      return client.invalidateQueries({ queryKey: contactFieldsQuery.queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('contactFields.name')}
        value={field.name}
        maxLength={64}
        required
        error={create.error?.message}
        onChange={(event) => setField({ ...field, name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('contactFields.kindLabel')}
        value={field.kind}
        data={kinds.map((kind) => ({ value: kind, label: t(`contactFields.kind.${kind}`) }))}
        onChange={(event) => setField({ ...field, kind: event.currentTarget.value as ContactFieldKind })}
      />
      {field.kind === 'choice' && (
        <TagsInput
          className={styles.choices}
          label={t('contactFields.choices')}
          description={t('contactFields.choicesHint')}
          value={field.choices}
          onChange={(choices) => setField({ ...field, choices })}
        />
      )}
      <Button type="submit" loading={create.isPending}>
        {t('contactFields.add')}
      </Button>
    </form>
  );
}
