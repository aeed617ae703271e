import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import styles from './EntrancePage.module.css';
import { type SetupState, useSetup } from './session';

export function SetupForm({ token, invited }: { token: string; invited?: SetupState }) {
  const { t } = useTranslation();
  const setup = useSetup();
  const isLinkInvalid = setup.error instanceof Problem && setup.error.status === 403;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name));
    setup.mutate({ token, name: field('name'), email: field('email'), password: field('password') });
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        name="name"
        label={t('session.name')}
        description={t('session.nameHint')}
        defaultValue={invited?.name ?? ''}
        autoComplete="name"
        required
        autoFocus={!invited}
      />
      <TextInput
        name="email"
        type="email"
        label={t('session.email')}
        defaultValue={invited?.email ?? ''}
        autoComplete="username"
        required
      />
      <PasswordInput
        name="password"
        label={t('session.password')}
        description={t('session.passwordHint')}
        autoComplete="new-password"
        minLength={8}
        required
        autoFocus={!!invited}
      />
      <div role="alert">
        {setup.error && (
          <Alert color="red" py="xs">
            {isLinkInvalid ? t('session.linkInvalid') : setup.error.message}
          </Alert>
        )}
      </div>
      <Button type="submit" loading={setup.isPending} size="md">
        {t('session.create')}
      </Button>
    </form>
  );
}
