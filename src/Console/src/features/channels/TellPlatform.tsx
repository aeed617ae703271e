import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { CopyField } from '../../ui/CopyField';
import { usePlatformName } from '../../ui/PlatformIcon';
import { InventedSecret } from '../setup/InventedSecret';
import { useJustEntered } from '../setup/justEntered';
import { PublicUrlNotice } from '../setup/PublicUrlNotice';
import { Steps } from '../setup/Steps';
import { type OwnChannel, settingsQuery, useChangeChannel } from './channelQueries';
import { needsPublicUrl, type PlatformForm } from './platformForms';

/** What has to be entered on the other side, to be copied by one press each. */
export function TellPlatform({ channel, form }: { channel: OwnChannel; form: PlatformForm }) {
  const { t } = useTranslation();
  const platformName = usePlatformName()(channel.platform);
  const { data: settings } = useQuery(settingsQuery);
  const change = useChangeChannel(channel.id);
  const { value: entered } = useJustEntered(channel.id);
  if (!settings || form.after.length === 0) {
    return null;
  }
  const address = settings.publicUrl ?? window.location.origin;
  const key = form.addressKey ? `?key=${entered?.[form.addressKey] ?? '…'}` : '';
  if (channel.platform === 'webchat') {
    return (
      <Card title={t('setup.tellTitleWeb')}>
        <Steps steps={form.after} />
        <CopyField
          label={t('setup.scriptTag')}
          value={`<script src="${address}/webchat.js" data-channel="${channel.id}" async></script>`}
        />
      </Card>
    );
  }
  return (
    <Card title={t('setup.tellTitle', { platform: platformName })}>
      {settings.publicUrl === null && needsPublicUrl(channel.platform) && <PublicUrlNotice platform={platformName} />}
      <CopyField label={t('setup.webhookAddress')} value={`${address}${channel.path ?? channel.webhookPath}${key}`} />
      {form.fields
        .filter((field) => field.invent)
        .map((field) => (
          <InventedSecret key={field.name} id={channel.id} field={field} change={change} />
        ))}
      <Steps steps={form.after} />
    </Card>
  );
}
