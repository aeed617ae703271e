import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import { Card } from '../../ui/Card';
import { useAnnounce } from '../../ui/Notice';
import { PageFrame } from '../../ui/PageFrame';
import { useMe } from '../session/session';
import rows from '../../ui/Rows.module.css';
import { OwnTelegram } from './OwnTelegram';
import { useChangeMe } from './profileQueries';
import { TwoFactorCard } from './TwoFactorCard';

export function ProfilePage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <PageFrame title={t('settings.entry.profile')} intro={me.email}>
      <Card title={t('profile.name')}>
        <OwnForm fields={() => <TextInput name="name" label={t('session.name')} defaultValue={me.name} maxLength={200} required />} />
      </Card>
      <Card title={t('profile.password')}>
        <OwnForm
          hint={t('profile.passwordHint')}
          fields={(wrong) => (
            <>
              <PasswordInput
                name="currentPassword"
                label={t('profile.currentPassword')}
                autoComplete="current-password"
                error={wrong === 'currentPassword' && t('profile.wrongPassword')}
                required
              />
              <PasswordInput
                name="password"
                label={t('profile.newPassword')}
                description={t('session.passwordHint')}
                autoComplete="new-password"
                minLength={8}
                maxLength={256}
                required
              />
            </>
          )}
        />
      </Card>
      <TwoFactorCard />
      <OwnTelegram />
    </PageFrame>
  );
}

/** A few fields of oneself, saved together. */
function OwnForm({ fields, hint }: { fields: (wrong: unknown) => ReactNode; hint?: string }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const change = useChangeMe();
  const [round, setRound] = useState(0);
  const wrong = change.error instanceof Problem ? change.error.details.field : undefined;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate(Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>, {
      onSuccess: () => {
        announce(t('channels.saved'));
        setRound((before) => before + 1); // empties what should not stand there any longer
      },
    });
  };

  return (
    <form key={round} className={rows.stack} onSubmit={submit}>
      {fields(wrong)}
      <div role="alert">
        {change.error && wrong !== 'currentPassword' && (
          <Alert color="red" py="xs">
            {change.error.message}
          </Alert>
        )}
      </div>
      {hint && <p className={rows.detail}>{hint}</p>}
      <Button type="submit" w="fit-content" loading={change.isPending}>
        {t('common.save')}
      </Button>
    </form>
  );
}
