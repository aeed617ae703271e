import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Card } from '../../ui/Card';
import { QrImage } from '../../ui/qr/QrImage';
import styles from '../setup/ConnectionForm.module.css';
import type { OwnChannel } from './channelQueries';

type Login = { step: 'phone' | 'code' | 'password' | 'qr' | 'ready' | 'registering-not-supported'; link: string | null; hint: string | null };

const often = 2000;

/** Signs an ordinary account in, step by step; nothing that is typed here is kept. */
export function SignIn({ channel }: { channel: OwnChannel }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const path = `channels/${channel.id}/login`;
  const key = ['channel-login', channel.id];
  const { data: login, error } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Login>(path, { signal }),
    // The picture changes, and a scan shows only here.
    refetchInterval: often,
  });
  const advance = useMutation({
    mutationFn: (body: object) => api.post<Login>(path, { body }),
    onSuccess: (next) => client.setQueryData(key, next),
  });

  return (
    <Card title={t('setup.login.title')}>
      <p style={{ margin: 0 }}>{t('setup.login.intro')}</p>
      {login && <LoginStep key={login.step} login={login} isPending={advance.isPending} onAdvance={(body) => advance.mutate(body)} />}
      <div role="alert">
        {(advance.error ?? error) && (
          <Alert color="red" py="xs">
            {advance.error?.message ?? t('setup.login.failed', { reason: error?.message ?? '' })}
          </Alert>
        )}
      </div>
    </Card>
  );
}

type StepProps = { login: Login; isPending: boolean; onAdvance: (body: object) => void };

function LoginStep({ login, isPending, onAdvance }: StepProps) {
  const { t } = useTranslation();
  switch (login.step) {
    case 'qr':
      return (
        <div className={styles.form}>
          {login.link && <QrImage text={login.link} label={t('setup.login.byQr')} size={220} />}
          <p style={{ margin: 0 }}>{t('setup.login.scan')}</p>
          <Entry name="phone" isPending={isPending} onAdvance={onAdvance} />
        </div>
      );
    case 'phone':
      return (
        <div className={styles.form}>
          <Button w="fit-content" loading={isPending} onClick={() => onAdvance({ qr: true })}>
            {t('setup.login.byQr')}
          </Button>
          <Entry name="phone" isPending={isPending} onAdvance={onAdvance} />
        </div>
      );
    case 'code':
    case 'password':
      return <Entry name={login.step} hint={login.hint} isPending={isPending} onAdvance={onAdvance} />;
    case 'ready':
      return <p>{t('setup.login.ready')}</p>;
    default:
      return <p>{login.hint ?? t('setup.login.unregistered')}</p>;
  }
}

type EntryProps = { name: 'phone' | 'code' | 'password'; hint?: string | null; isPending: boolean; onAdvance: (body: object) => void };

function Entry({ name, hint, isPending, onAdvance }: EntryProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdvance(value.trim() === '' && name === 'phone' ? {} : { [name]: value.trim() });
  };
  const Input = name === 'password' ? PasswordInput : TextInput;
  return (
    <form className={styles.form} onSubmit={submit}>
      <Input
        label={t(`setup.login.${name}`)}
        description={hint}
        value={value}
        autoComplete={name === 'code' ? 'one-time-code' : 'off'}
        inputMode={name === 'code' ? 'numeric' : undefined}
        required={name !== 'phone'}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" variant={name === 'phone' ? 'default' : 'filled'} w="fit-content" loading={isPending}>
        {name === 'phone' ? t('setup.login.byPhone') : t('setup.login.next')}
      </Button>
    </form>
  );
}
