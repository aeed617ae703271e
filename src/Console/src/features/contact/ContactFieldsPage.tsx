import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { ContactField } from '../../api/contactTypes';
import { Failure } from '../../ui/Failure';
import { useAnnounce } from '../../ui/Notice';
import { PageFrame } from '../../ui/PageFrame';
import styles from './ContactFieldsPage.module.css';
import { contactFieldsQuery } from './contactQueries';
import { EditableLine } from './EditableLine';
import { NewFieldForm } from './NewFieldForm';

/** What the shop wants to know of everybody; for admins. */
export function ContactFieldsPage() {
  const { t } = useTranslation();
  const { data: fields, error, refetch } = useQuery(contactFieldsQuery);
  return (
    <PageFrame title={t('contactFields.title')} intro={t('contactFields.intro')}>
      {error && <Failure title={t('contactFields.failed')} error={error} onRetry={() => void refetch()} />}
      <ul className={styles.fields}>
        {fields?.map((field) => (
          <FieldRow key={field.id} field={field} />
        ))}
      </ul>
      <NewFieldForm />
    </PageFrame>
  );
}

function FieldRow({ field }: { field: ContactField }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const announce = useAnnounce();
  const [asks, setAsks] = useState(false);
  const after = {
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: contactFieldsQuery.queryKey }),
        client.invalidateQueries({ queryKey: ['contacts'] }),
      ]),
    onError: (error: Error) => announce(t('contact.failed', { reason: error.message }), 'bad'),
  };
  const change = useMutation({
    mutationFn: (body: { name?: string; choices?: string[] }) => api.patch<ContactField>(`contact-fields/${field.id}`, { body }),
    ...after,
  });
  const remove = useMutation({ mutationFn: () => api.delete(`contact-fields/${field.id}`), ...after });
  return (
    <li className={styles.field}>
      <span className={styles.words}>
        <EditableLine label={t('contactFields.name')} value={field.name} onSave={(name) => name && change.mutate({ name })} />
        {field.kind === 'choice' && (
          <EditableLine
            label={t('contactFields.choices')}
            value={field.choices.join(', ')}
            onSave={(typed) => typed && change.mutate({ choices: typed.split(',') })}
          />
        )}
      </span>
      <span className={styles.kind}>{t(`contactFields.kind.${field.kind}`)}</span>
      {asks ? (
        <span className={styles.sure}>
          <Button size="xs" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('contactFields.removeWithValues')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsks(false)}>
            {t('contact.cancel')}
          </Button>
        </span>
      ) : (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          aria-label={t('contactFields.remove', { name: field.name })}
          onClick={() => setAsks(true)}
        >
          <IconTrash size={17} />
        </ActionIcon>
      )}
    </li>
  );
}
