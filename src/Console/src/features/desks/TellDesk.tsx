import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { CopyField } from '../../ui/CopyField';
import { settingsQuery } from '../channels/channelQueries';
import { InventedSecret } from '../setup/InventedSecret';
import { PublicUrlNotice } from '../setup/PublicUrlNotice';
import { Steps } from '../setup/Steps';
import type { DeskForm } from './deskForms';
import { type Desk, useChangeDesk } from './deskQueries';

/** What has to be entered on the other side, to be copied by one press each. */
export function TellDesk({ desk, form }: { desk: Desk; form: DeskForm }) {
  const { t } = useTranslation();
  const change = useChangeDesk(desk.id);
  const { data: settings } = useQuery(settingsQuery);
  if (!settings) {
    return null;
  }
  const name = t(form.name);
  return (
    <Card title={t('setup.tellTitle', { platform: name })}>
      {settings.publicUrl === null && <PublicUrlNotice platform={name} />}
      <CopyField
        label={t('desks.callbackAddress')}
        value={`${settings.publicUrl ?? window.location.origin}${desk.path ?? desk.webhookPath}`}
      />
      {form.fields
        .filter((field) => field.invent)
        .map((field) => (
          <InventedSecret key={field.name} id={desk.id} field={field} change={change} />
        ))}
      <Steps steps={form.after} />
    </Card>
  );
}
