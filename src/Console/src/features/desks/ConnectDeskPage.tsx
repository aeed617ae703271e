import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { useAnnounce } from '../../ui/Notice';
import { PageFrame } from '../../ui/PageFrame';
import { settingsQuery } from '../channels/channelQueries';
import { useAttemptKey } from '../setup/attemptKey';
import { inventedIn, useJustEntered } from '../setup/justEntered';
import { PublicUrlNotice } from '../setup/PublicUrlNotice';
import { Steps } from '../setup/Steps';
import { DeskFields } from './DeskFields';
import { type DeskForm, deskFormOf } from './deskForms';
import { useConnectDesk } from './deskQueries';

/** What to fetch, and where to put it. The rest is on the desk's own page. */
export function ConnectDeskPage() {
  const { t } = useTranslation();
  const { kind } = useParams({ from: '/frame/settings/desks/new/$kind' });
  const { data: settings } = useQuery(settingsQuery);
  const form = deskFormOf(kind);
  if (!form) {
    return null;
  }
  return (
    <PageFrame title={t('setup.connectTo', { platform: t(form.name) })} intro={t(form.intro)}>
      {settings?.publicUrl === null && form.isToldAddress && <PublicUrlNotice platform={t(form.name)} />}
      <Card title={t('setup.fetch')}>
        <Steps steps={form.before} />
      </Card>
      <Card title={t('setup.enter')}>
        <NewDesk key={kind} kind={kind} form={form} />
      </Card>
    </PageFrame>
  );
}

function NewDesk({ kind, form }: { kind: string; form: DeskForm }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const connect = useConnectDesk();
  const keyOf = useAttemptKey();
  const { keep } = useJustEntered('');
  return (
    <DeskFields
      form={form}
      desk={null}
      submit={t('setup.connect')}
      saving={connect}
      onSubmit={(content, entries) =>
        connect.mutate(
          { key: keyOf(content), desk: { kind, ...content } },
          {
            onSuccess: (desk) => {
              keep(desk.id, inventedIn(form, entries));
              announce(t('desks.connected', { name: desk.name }));
              void navigate({ to: '/settings/desks/$deskId', params: { deskId: desk.id }, replace: true });
            },
          },
        )
      }
    />
  );
}
