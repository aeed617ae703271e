import { Alert, Button, TextInput } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { CopyField } from '../../ui/CopyField';
import { useAnnounce } from '../../ui/Notice';
import { QrImage } from '../../ui/qr/QrImage';
import rows from '../../ui/Rows.module.css';
import { twoFactorQuery, useBeginTwoFactor, useConfirmTwoFactor, useDisableTwoFactor } from './profileQueries';
import styles from './TwoFactorCard.module.css';

/** A code from the phone besides the password: set up, confirmed, taken away. */
export function TwoFactorCard() {
  const { t } = useTranslation();
  const { data: state } = useQuery(twoFactorQuery);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (!state) {
    return null;
  }
  return (
    <Card title={t('profile.twoFactor')} tone={state.enabled ? 'good' : undefined}>
      {codes ? (
        <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
      ) : state.enabled ? (
        <Enabled left={state.recoveryCodesLeft} />
      ) : (
        <Enrolment onConfirmed={setCodes} />
      )}
    </Card>
  );
}

function Enrolment({ onConfirmed }: { onConfirmed: (codes: string[]) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const begin = useBeginTwoFactor();
  const confirm = useConfirmTwoFactor();
  if (!begin.data) {
    return (
      <>
        <p className={styles.text}>{t('profile.twoFactorIntro')}</p>
        <Button w="fit-content" loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('profile.setUp')}
        </Button>
      </>
    );
  }
  return (
    <>
      <p className={styles.text}>{t('profile.scan')}</p>
      <QrImage text={begin.data.address} label={t('profile.qr')} />
      <CopyField label={t('profile.key')} value={begin.data.secret} />
      <CodeForm
        submit={t('profile.confirm')}
        isPending={confirm.isPending}
        hasFailed={confirm.isError}
        onSubmit={(code) =>
          confirm.mutate(code, {
            onSuccess: ({ recoveryCodes }) => {
              onConfirmed(recoveryCodes);
              void client.invalidateQueries({ queryKey: ['two-factor'] });
            },
          })
        }
      />
    </>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Alert color="sea" icon={<IconShieldCheck size={20} />} title={t('profile.enabled')}>
        {t('profile.recoveryHint')}
      </Alert>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <CopyField label={t('profile.recovery')} value={codes.join(' ')} />
      <Button w="fit-content" onClick={onDone}>
        {t('profile.kept')}
      </Button>
    </>
  );
}

function Enabled({ left }: { left: number }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const disable = useDisableTwoFactor();
  const [isEnding, setEnding] = useState(false);
  return (
    <>
      <p className={styles.on}>
        <IconShieldCheck size={18} aria-hidden />
        {t('profile.enabled')}
      </p>
      <p className={styles.text}>{t('profile.left', { count: left })}</p>
      {isEnding ? (
        <CodeForm
          submit={t('profile.disable')}
          isPending={disable.isPending}
          hasFailed={disable.isError}
          onSubmit={(code) => disable.mutate(code, { onSuccess: () => announce(t('profile.disabled')) })}
        />
      ) : (
        <Button variant="default" w="fit-content" onClick={() => setEnding(true)}>
          {t('profile.disable')}
        </Button>
      )}
    </>
  );
}

type CodeFormProps = { submit: string; isPending: boolean; hasFailed: boolean; onSubmit: (code: string) => void };

function CodeForm({ submit, isPending, hasFailed, onSubmit }: CodeFormProps) {
  const { t } = useTranslation();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(String(new FormData(event.currentTarget).get('code')));
  };
  return (
    <form className={rows.form} onSubmit={send}>
      <TextInput
        name="code"
        label={t('session.code')}
        autoComplete="one-time-code"
        error={hasFailed && t('session.wrongCode')}
        required
      />
      <Button type="submit" loading={isPending}>
        {submit}
      </Button>
    </form>
  );
}
