import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { CopyField } from '../../ui/CopyField';
import { usePlatformName } from '../../ui/PlatformIcon';
import { type OwnChannel, settingsQuery, useChangeChannel, useJustEntered } from './channelQueries';
import { inventSecret } from './inventSecret';
import { type Field, needsPublicUrl, type PlatformForm } from './platformForms';
import { PublicUrlNotice } from './PublicUrlNotice';
import { Steps } from './Steps';

/** What has to be entered on the other side, to be copied by one press each. */
export function TellPlatform({ channel, form }: { channel: OwnChannel; form: PlatformForm }) {
  const { t } = useTranslation();
  const platformName = usePlatformName()(channel.platform);
  const { data: settings } = useQuery(settingsQuery);
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
          <InventedSecret key={field.name} channel={channel} field={field} />
        ))}
      <Steps steps={form.after} />
    </Card>
  );
}

/** Shown once, right after it was made up; later only another one can be had. */
function InventedSecret({ channel, field }: { channel: OwnChannel; field: Field }) {
  const { t } = useTranslation();
  const change = useChangeChannel(channel.id);
  const { value, keep } = useJustEntered(channel.id);
  const label = t(`field.${field.name}`);
  const known = value?.[field.name];
  if (known) {
    return <CopyField label={label} value={known} hint={t('setup.secretShownOnce')} />;
  }
  const replace = () => {
    const secret = inventSecret(field.invent!);
    change.mutate(
      { settings: { [field.name]: secret } },
      { onSuccess: () => keep(channel.id, { ...value, [field.name]: secret }) },
    );
  };
  return (
    <Button variant="default" size="xs" w="fit-content" loading={change.isPending} onClick={replace}>
      {label}: {t('setup.another')}
    </Button>
  );
}
