import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import type { OperatorRole } from '../../api/types';
import { Card } from '../../ui/Card';
import { ShownOnce } from '../../ui/ShownOnce';
import rows from '../../ui/Rows.module.css';
import styles from './OperatorsPage.module.css';
import { useInvite } from './operatorQueries';

/** A name and an address make a link that lets its holder in once, to choose a password. */
export function InviteOperator({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const invite = useInvite();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const wrong = invite.error instanceof Problem ? invite.error.details.field : undefined;
  const errorAt = (field: string) => (wrong === field ? invite.error?.message : undefined);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name)).trim();
    invite.mutate({ key, name: field('name'), email: field('email'), role: field('role') as OperatorRole });
  };

  if (invite.data) {
    const link = new URL(invite.data.inviteUrl ?? '/', window.location.origin).href;
    return (
      <div className={styles.invite}>
        <ShownOnce
          title={t('operators.invited', { name: invite.data.name })}
          label={t('operators.link')}
          value={link}
          hint={t('operators.linkHint')}
          onClose={onClose}
        />
      </div>
    );
  }
  return (
    <div className={styles.invite}>
      <Card title={t('operators.invite')}>
        <form className={rows.stack} onSubmit={submit} onChange={() => setKey(crypto.randomUUID())}>
          <TextInput name="name" label={t('operators.name')} error={errorAt('name')} maxLength={200} required autoFocus />
          <TextInput name="email" type="email" label={t('session.email')} error={errorAt('email')} required />
          <NativeSelect
            name="role"
            label={t('operators.role')}
            defaultValue="operator"
            data={(['operator', 'admin', 'pending'] as const).map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
          <div role="alert">
            {invite.error && !wrong && (
              <Alert color="red" py="xs">
                {invite.error.message}
              </Alert>
            )}
          </div>
          <span className={rows.actions}>
            <Button type="submit" loading={invite.isPending}>
              {t('operators.makeLink')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </span>
        </form>
      </Card>
    </div>
  );
}
