import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import { EntrancePage } from './EntrancePage';
import styles from './EntrancePage.module.css';
import { meQuery, setupQuery, useSignIn } from './session';

export function SignInPage() {
  const { t } = useTranslation();
  const { back } = useSearch({ from: '/sign-in' });
  const { data: setup } = useQuery(setupQuery());
  const signIn = useSignIn();
  const { data: me } = useQuery(meQuery);

  if (me) {
    return <Navigate to={back ?? '/conversations'} replace />;
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ email: String(form.get('email')), password: String(form.get('password')) });
  };

  return (
    <EntrancePage title={t('session.signIn')} intro={t('app.tagline')}>
      {setup?.needed && (
        <Alert mt="md" color="sea">
          {t('session.setupNeeded')}
        </Alert>
      )}
      <form className={styles.form} onSubmit={submit}>
        <TextInput name="email" type="email" label={t('session.email')} autoComplete="username" required autoFocus size="md" />
        <PasswordInput name="password" label={t('session.password')} autoComplete="current-password" required size="md" />
        <div role="alert">{signIn.error && <RefusalText error={signIn.error} />}</div>
        <Button type="submit" loading={signIn.isPending} size="md">
          {t('session.signIn')}
        </Button>
      </form>
    </EntrancePage>
  );
}

function RefusalText({ error }: { error: Error }) {
  const { t } = useTranslation();
  const words = { 401: t('session.invalid'), 429: t('session.tooMany') } as Record<number, string>;
  return (
    <Alert color="red" py="xs">
      {(error instanceof Problem && words[error.status]) || error.message}
    </Alert>
  );
}
