import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import { EntrancePage } from './EntrancePage';
import styles from './EntrancePage.module.css';
import { meQuery, useSetupNeeded, useSignIn } from './session';

export function SignInPage() {
  const { t } = useTranslation();
  const { back } = useSearch({ from: '/sign-in' });
  const setupNeeded = useSetupNeeded();
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
      {setupNeeded && (
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
  const isWrong = error instanceof Problem && error.code === 'invalid-credentials';
  return (
    <Alert color="red" py="xs">
      {isWrong ? t('session.invalid') : error.message}
    </Alert>
  );
}
