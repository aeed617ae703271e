import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Notice';
import { ConnectionForm, SubmitButton } from '../setup/ConnectionForm';
import { type OwnChannel, useChangeChannel } from './channelQueries';
import type { PlatformForm } from './platformForms';
import { PrivacyChoice } from './PrivacyChoice';

/** Name and settings of a channel there is. Secrets are replaced, never shown. */
export function ChannelSettings({ channel, form }: { channel: OwnChannel; form: PlatformForm }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const change = useChangeChannel(channel.id);
  const [privacy, setPrivacy] = useState(channel.privacy);
  return (
    <ConnectionForm
      form={form}
      name={channel.name}
      nameLabel={t('setup.name')}
      stored={channel.settings}
      error={change.error}
      onSubmit={(name, settings) =>
        change.mutate({ name, settings, privacy }, { onSuccess: () => announce(t('channels.saved')) })
      }
      submit={<SubmitButton isPending={change.isPending}>{t('common.save')}</SubmitButton>}
    >
      {!form.mustStore && <PrivacyChoice value={privacy} onChange={setPrivacy} />}
    </ConnectionForm>
  );
}
