import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import { EntrancePage } from './EntrancePage';
import styles from './EntrancePage.module.css';
import { RefusalText } from './RefusalText';
import { meQuery, setupQuery, useSignIn } from './session';

export function SignInPage() {
  const { t } = useTranslation();
  const { back } = useSearch({ from: '/sign-in' });
  const { data: setup } = useQuery(setupQuery());
  const signIn = useSignIn();
  const { data: me } = useQuery(meQuery);

  const refusal = signIn.error instanceof Problem ? signIn.error.code : null;
  // Once asked for, the code stays: the next try needs one too.
  const needsCode = refusal === 'code-needed' || signIn.variables?.code !== undefined;

  if (me) {
    return <Navigate to={back ?? '/conversations'} replace />;
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const code = form.get('code');
    signIn.mutate({
      email: String(form.get('email')),
      password: String(form.get('password')),
      code: code === null ? undefined : String(code),
    });
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
        {needsCode && (
          <TextInput
            name="code"
            label={t('session.code')}
            description={t('session.codeHint')}
            autoComplete="one-time-code"
            required
            autoFocus
            size="md"
          />
        )}
        <div role="alert">{signIn.error && refusal !== 'code-needed' && <RefusalText error={signIn.error} />}</div>
        <Button type="submit" loading={signIn.isPending} size="md">
          {t('session.signIn')}
        </Button>
      </form>
    </EntrancePage>
  );
}
