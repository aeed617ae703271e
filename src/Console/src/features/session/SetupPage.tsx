import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure';
import { EntrancePage } from './EntrancePage';
import { meQuery, setupQuery } from './session';
import { SetupForm } from './SetupForm';

/** Behind a one-time link: the first admin, or an operator who was invited. */
export function SetupPage() {
  const { t } = useTranslation();
  const { token = '' } = useSearch({ from: '/setup' });
  const { data: setup, error, refetch } = useQuery(setupQuery(token));
  const { data: me } = useQuery(meQuery);

  if (me) {
    return <Navigate to="/" replace />;
  }
  if (error) {
    return <Failure title={t('app.name')} error={error} onRetry={() => void refetch()} />;
  }
  if (!setup) {
    return null;
  }
  if (setup.name) {
    return (
      <EntrancePage title={t('session.invitedTitle', { name: setup.name })} intro={t('session.invitedIntro')}>
        <SetupForm token={token} invited={setup} />
      </EntrancePage>
    );
  }
  if (setup.needed) {
    return (
      <EntrancePage title={t('session.setupTitle')} intro={t('session.setupIntro')}>
        <SetupForm token={token} />
      </EntrancePage>
    );
  }
  return (
    <EntrancePage title={t('app.name')}>
      <Alert mb="md">{t('session.linkInvalid')}</Alert>
      <Link to="/sign-in">{t('session.signIn')}</Link>
    </EntrancePage>
  );
}
