import { useNavigate, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { useAnnounce } from '../../ui/Notice';
import { PageFrame } from '../../ui/PageFrame';
import { usePlatformName } from '../../ui/PlatformIcon';
import { ChannelForm, SubmitButton } from './ChannelForm';
import { type SettingValue, settingsQuery, useConnectChannel, useJustEntered } from './channelQueries';
import { formOf, needsPublicUrl, type PlatformForm } from './platformForms';
import { PublicUrlNotice } from './PublicUrlNotice';
import { Steps } from './Steps';

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
  const { keep } = useJustEntered('');
  const [attempt, setAttempt] = useState({ body: '', key: '' });

  const create = (name: string, given: Record<string, SettingValue | null>, entries: Record<string, string>) => {
    const settings = given as Record<string, SettingValue>;
    const body = JSON.stringify([name, settings]);
    // The same again repeats the answer; anything else is another request.
    const key = body === attempt.body ? attempt.key : crypto.randomUUID();
    setAttempt({ body, key });
    connect.mutate(
      { key, channel: { platform, name, privacy: 'store', settings } },
      {
        onSuccess: (channel) => {
          const invented = form.fields.filter((field) => field.invent && field.name in settings);
          keep(channel.id, Object.fromEntries(invented.map(({ name: field }) => [field, entries[field]!])));
          announce(t('channels.connected', { name: channel.name }));
          void navigate({ to: '/settings/channels/$channelId', params: { channelId: channel.id }, replace: true });
        },
      },
    );
  };

  return (
    <Card title={t('setup.enter')}>
      <ChannelForm
        form={form}
        name={platformName}
        stored={null}
        error={connect.error}
        onSubmit={create}
        submit={<SubmitButton isPending={connect.isPending}>{t('setup.connect')}</SubmitButton>}
      />
    </Card>
  );
}
