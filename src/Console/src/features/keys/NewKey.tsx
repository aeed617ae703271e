import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operator } from '../../api/types';
import { Card } from '../../ui/Card';
import { ShownOnce } from '../../ui/ShownOnce';
import { useMe } from '../session/session';
import rows from '../../ui/Rows.module.css';
import { useCreateKey } from './keyQueries';

/** What it is for and whom it acts as; then the key itself, this once. */
export function NewKey({ operators, onClose }: { operators: Operator[]; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const create = useCreateKey();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    create.mutate({ key, name: String(form.get('name')).trim(), operatorId: String(form.get('operator')) });
  };
  return (
    <div style={{ marginBottom: 16 }}>
      {create.data ? (
        <ShownOnce title={create.data.name} label={t('keys.key')} value={create.data.key} hint={t('keys.once')} onClose={onClose} />
      ) : (
        <Card title={t('keys.add')}>
          <form className={rows.stack} onSubmit={submit} onChange={() => setKey(crypto.randomUUID())}>
            <TextInput name="name" label={t('keys.name')} description={t('keys.nameHint')} maxLength={100} required autoFocus />
            <NativeSelect
              name="operator"
              label={t('keys.operator')}
              defaultValue={me.id}
              data={operators
                .filter(({ role }) => role === 'admin' || role === 'operator')
                .map(({ id, name, role }) => ({ value: id, label: `${name} (${t(`role.${role}`)})` }))}
            />
            <div role="alert">
              {create.error && (
                <Alert color="red" py="xs">
                  {create.error.message}
                </Alert>
              )}
            </div>
            <span className={rows.actions}>
              <Button type="submit" loading={create.isPending}>
                {t('keys.make')}
              </Button>
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
            </span>
          </form>
        </Card>
      )}
    </div>
  );
}
