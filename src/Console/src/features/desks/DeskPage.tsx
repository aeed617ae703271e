import { IconHeadset } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { useAnnounce } from '../../ui/Notice';
import { PageFrame } from '../../ui/PageFrame';
import { ConnectionActions } from '../setup/ConnectionActions';
import { ConnectionCard } from '../setup/ConnectionCard';
import { DeskFacts } from './DeskFacts';
import { DeskFields } from './DeskFields';
import { useKindName } from './DeskIcon';
import { type DeskForm, deskFormOf } from './deskForms';
import { type Desk, desksQuery, useChangeDesk, useCheckDesk, useDeleteDesk } from './deskQueries';
import { GroupCard } from './GroupCard';
import { TellDesk } from './TellDesk';

const often = 2500;

/** One desk from its connection to its first answer, and everything that can be changed about it. */
export function DeskPage() {
  const { t } = useTranslation();
  const { deskId } = useParams({ from: '/frame/settings/desks/$deskId' });
  const { data: desks } = useQuery({ ...desksQuery, refetchInterval: often });
  const desk = desks?.find(({ id }) => id === deskId);
  if (!desks) {
    return null;
  }
  if (!desk) {
    return (
      <PageFrame title={t('desks.title')} intro={t('desks.intro')}>
        <EmptyState icon={<IconHeadset size={26} />} title={t('desks.gone')} />
      </PageFrame>
    );
  }
  return <KnownDesk key={desk.id} desk={desk} />;
}

function KnownDesk({ desk }: { desk: Desk }) {
  const kindName = useKindName();
  const form = deskFormOf(desk.kind);
  return (
    <PageFrame title={desk.name} intro={kindName(desk.kind)} action={<DeskActions desk={desk} />}>
      <ConnectionCard connection={desk} check={useCheckDesk(desk.id)}>
        <DeskFacts desk={desk} />
      </ConnectionCard>
      {desk.kind === 'telegram' && form && <GroupCard desk={desk} steps={form.after} />}
      {form?.isToldAddress && <TellDesk desk={desk} form={form} />}
      {form && <DeskSettings desk={desk} form={form} />}
    </PageFrame>
  );
}

function DeskActions({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <ConnectionActions
      name={desk.name}
      isEnabled={desk.enabled}
      deleteText={desk.waiting > 0 ? t('desks.deleteTextWaiting', { count: desk.waiting }) : t('desks.deleteText')}
      change={useChangeDesk(desk.id)}
      remove={useDeleteDesk(desk.id)}
      onDeleted={() => void navigate({ to: '/settings/desks', replace: true })}
    />
  );
}

function DeskSettings({ desk, form }: { desk: Desk; form: DeskForm }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const change = useChangeDesk(desk.id);
  // What another card changed stands in the fields too.
  const group = String(desk.settings.groupChatId ?? '');
  return (
    <Card title={t('channels.settings')}>
      <DeskFields
        key={group}
        form={form}
        desk={desk}
        submit={t('common.save')}
        saving={change}
        onSubmit={(content) => change.mutate(content, { onSuccess: () => announce(t('channels.saved')) })}
      />
    </Card>
  );
}
