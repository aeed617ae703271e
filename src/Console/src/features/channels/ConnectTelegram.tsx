import { Alert, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Notice';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { useConnectChannel } from './channelQueries';
import styles from './ChannelsPage.module.css';

/** Paste a token, and the bot answers here. Polling needs no public address, so it is the way that always works. */
export function ConnectTelegram({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const connect = useConnectChannel();
  const announce = useAnnounce();
  const [key, setKey] = useState(() => crypto.randomUUID());

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name)).trim();
    connect.mutate(
      {
        key,
        channel: {
          platform: 'telegram',
          name: field('name') || t('channels.defaultName'),
          privacy: 'store',
          settings: { token: field('token'), mode: 'polling' },
        },
      },
      {
        onSuccess: (channel) => {
          announce(t('channels.connected', { name: channel.name }));
          onClose();
        },
      },
    );
  };

  return (
    // Another token is another request: the key of a refused one is not used again.
    <form className={styles.connect} onSubmit={submit} onChange={() => setKey(crypto.randomUUID())}>
      <h2 className={styles.connectTitle}>
        <PlatformIcon platform="telegram" size={22} />
        {t('channels.connectTelegram')}
      </h2>
      <TextInput
        name="token"
        label={t('channels.token')}
        description={t('channels.tokenHint')}
        autoComplete="off"
        spellCheck={false}
        required
        autoFocus
      />
      <TextInput
        name="name"
        label={t('channels.name')}
        description={t('channels.nameHint')}
        placeholder={t('channels.defaultName')}
        maxLength={100}
      />
      <div role="alert">
        {connect.error && (
          <Alert color="red" py="xs">
            {t('channels.failed', { reason: connect.error.message })}
          </Alert>
        )}
      </div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={connect.isPending}>
          {t('channels.connect')}
        </Button>
      </div>
    </form>
  );
}
