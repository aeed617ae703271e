import { Alert, Button } from '@mantine/core';
import { IconBrandTelegram, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import { Card } from '../../ui/Card';
import { CopyField } from '../../ui/CopyField';
import { QrImage } from '../../ui/qr/QrImage';
import { useTelegramTie } from '../operators/operatorQueries';
import { meQuery, useMe } from '../session/session';
import styles from './TwoFactorCard.module.css';

const often = 2500;

/** One's own Telegram: a link makes the desk's bot know whose it is. */
export function OwnTelegram() {
  const { t } = useTranslation();
  const me = useMe();
  const tie = useTelegramTie(me.id);
  const [link, setLink] = useState<{ url: string; before: number | null } | null>(null);
  const waits = link !== null && link.before === me.telegramUserId;
  useQuery({ ...meQuery, refetchInterval: waits ? often : false }); // the link is opened elsewhere
  const isTied = me.telegramUserId !== null;
  return (
    <Card title={t('profile.telegram')} tone={isTied ? 'good' : undefined}>
      <p className={styles.text}>{t('profile.telegramIntro')}</p>
      <div role="status">
        {isTied && (
          <p className={styles.on}>
            <IconCircleCheck size={18} aria-hidden />
            {t('profile.tied')}
          </p>
        )}
      </div>
      {waits ? (
        <OpenLink url={link.url} />
      ) : (
        <Button
          w="fit-content"
          variant={isTied ? 'default' : 'filled'}
          leftSection={<IconBrandTelegram size={17} aria-hidden />}
          loading={tie.isPending}
          onClick={() => tie.mutate(undefined, { onSuccess: ({ url }) => setLink({ url, before: me.telegramUserId }) })}
        >
          {t(isTied ? 'profile.tieAnother' : 'profile.tie')}
        </Button>
      )}
      <div role="alert">
        {tie.error && (
          <Alert color="red" py="xs">
            {reasonOf(tie.error) ? t(reasonOf(tie.error)!) : tie.error.message}
          </Alert>
        )}
      </div>
    </Card>
  );
}

/** Opened on the phone by its picture, or on this machine. */
function OpenLink({ url }: { url: string }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.text}>{t('profile.tieHow')}</p>
      <QrImage text={url} label={t('profile.tieQr')} />
      <CopyField label={t('operators.link')} value={url} hint={t('profile.tieHint')} />
      <Button
        w="fit-content"
        variant="default"
        leftSection={<IconBrandTelegram size={17} aria-hidden />}
        renderRoot={(props) => <a href={url} target="_blank" rel="noreferrer" {...props} />}
      >
        {t('profile.openTelegram')}
      </Button>
    </>
  );
}

const reasons = { 'no-telegram-desk': 'profile.noTelegramDesk', 'desk-not-connected': 'profile.telegramAsleep' } as const;

const reasonOf = (error: Error) =>
  error instanceof Problem && error.code in reasons ? reasons[error.code as keyof typeof reasons] : undefined;
