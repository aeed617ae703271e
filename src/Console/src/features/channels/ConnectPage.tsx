import { useNavigate, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewChannel, Settings } from '../../api/types';
import { Card } from '../../ui/Card';
import { useAnnounce } from '../../ui/Notice';
import { PageFrame } from '../../ui/PageFrame';
import { usePlatformName } from '../../ui/PlatformIcon';
import { useAttemptKey } from '../setup/attemptKey';
import { ConnectionForm, SubmitButton } from '../setup/ConnectionForm';
import { inventedIn, useJustEntered } from '../setup/justEntered';
import { PublicUrlNotice } from '../setup/PublicUrlNotice';
import type { Entries } from '../setup/settingsForm';
import { Steps } from '../setup/Steps';
import { settingsQuery, useConnectChannel } from './channelQueries';
import { formOf, needsPublicUrl, type PlatformForm } from './platformForms';
import { PrivacyChoice } from './PrivacyChoice';

/** What to fetch, and where to put it. The rest is on the channel's own page. */
export function ConnectPage() {
  const { t } = useTranslation();
  const { platform } = useParams({ from: '/frame/settings/channels/new/$platform' });
  const form = formOf(platform);
  const platformName = usePlatformName()(platform);
  const { data: settings } = useQuery(settingsQuery);
  if (!form) {
    return null;
  }
  return (
    <PageFrame title={t('setup.connectTo', { platform: platformName })} intro={t(form.intro)}>
      {settings?.publicUrl === null && form.webhook !== 'none' && platform !== 'telegram' && needsPublicUrl(platform) && (
        <PublicUrlNotice platform={platformName} />
      )}
      {form.before.length > 0 && (
        <Card title={t('setup.fetch')}>
          <Steps steps={form.before} />
        </Card>
      )}
      <NewChannelForm key={platform} platform={platform} form={form} />
    </PageFrame>
  );
}

function NewChannelForm({ platform, form }: { platform: string; form: PlatformForm }) {
  const { t } = useTranslation();
  const platformName = usePlatformName()(platform);
  const navigate = useNavigate();
  const announce = useAnnounce();
  const connect = useConnectChannel();
  const keyOf = useAttemptKey();
  const { keep } = useJustEntered('');
  const [privacy, setPrivacy] = useState<NewChannel['privacy']>('store');

  const create = (name: string, settings: Settings, entries: Entries) =>
    connect.mutate(
      { key: keyOf([name, settings, privacy]), channel: { platform, name, privacy, settings } },
      {
        onSuccess: (channel) => {
          keep(channel.id, inventedIn(form, entries));
          announce(t('channels.connected', { name: channel.name }));
          void navigate({ to: '/settings/channels/$channelId', params: { channelId: channel.id }, replace: true });
        },
      },
    );

  return (
    <Card title={t('setup.enter')}>
      <ConnectionForm
        form={form}
        name={platformName}
        nameLabel={t('setup.name')}
        stored={null}
        error={connect.error}
        onSubmit={create}
        submit={<SubmitButton isPending={connect.isPending}>{t('setup.connect')}</SubmitButton>}
      >
        {!form.mustStore && <PrivacyChoice value={privacy} onChange={setPrivacy} />}
      </ConnectionForm>
    </Card>
  );
}
