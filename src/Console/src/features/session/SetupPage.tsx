import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import { EntrancePage } from './EntrancePage';
import styles from './EntrancePage.module.css';
import { meQuery, useSetup, useSetupNeeded } from './session';

export function SetupPage() {
  const { t } = useTranslation();
  const { token } = useSearch({ from: '/setup' });
  const needed = useSetupNeeded();
  const setup = useSetup();
  const { data: me } = useQuery(meQuery);

  if (me) {
    return <Navigate to="/conversations" replace />;
  }
  if (needed === false) {
    return (
      <EntrancePage title={t('session.alreadySetUp')}>
        <Link to="/sign-in">{t('session.signIn')}</Link>
      </EntrancePage>
    );
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name));
    setup.mutate({ token: token ?? '', name: field('name'), email: field('email'), password: field('password') });
  };
  const isLinkInvalid = setup.error instanceof Problem && setup.error.code === 'setup-link-invalid';

  return (
    <EntrancePage title={t('session.setupTitle')} intro={t('session.setupIntro')}>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          name="name"
          label={t('session.name')}
          description={t('session.nameHint')}
          autoComplete="name"
          required
          autoFocus
        />
        <TextInput name="email" type="email" label={t('session.email')} autoComplete="username" required />
        <PasswordInput
          name="password"
          label={t('session.password')}
          description={t('session.passwordHint')}
          autoComplete="new-password"
          minLength={10}
          required
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
    </EntrancePage>
  );
}
