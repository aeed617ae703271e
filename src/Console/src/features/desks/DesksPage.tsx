import { Button } from '@mantine/core';
import { IconHeadset, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { PageFrame } from '../../ui/PageFrame';
import { ConnectionRow, ConnectionRows } from '../setup/ConnectionRow';
import { DeskFacts } from './DeskFacts';
import { DeskIcon, useKindName } from './DeskIcon';
import { desksQuery } from './deskQueries';

const nowAndThen = 10_000;

/** Where else conversations are answered. */
export function DesksPage() {
  const { t } = useTranslation();
  const kindName = useKindName();
  const { data: desks, error, refetch } = useQuery({ ...desksQuery, refetchInterval: nowAndThen });
  return (
    <PageFrame
      title={t('desks.title')}
      intro={t('desks.intro')}
      action={
        <Button leftSection={<IconPlus size={18} aria-hidden />} renderRoot={(props) => <Link to="/settings/desks/new" {...props} />}>
          {t('desks.add')}
        </Button>
      }
    >
      {error && <Failure title={t('desks.failed')} error={error} onRetry={() => void refetch()} />}
      {desks?.length === 0 && <EmptyState icon={<IconHeadset size={26} />} title={t('desks.empty')} hint={t('desks.emptyHint')} />}
      <ConnectionRows>
        {desks?.map((desk) => (
          <ConnectionRow
            key={desk.id}
            link={{ to: '/settings/desks/$deskId', params: { deskId: desk.id } }}
            icon={<DeskIcon kind={desk.kind} size={22} />}
            name={desk.name}
            about={kindName(desk.kind)}
            state={desk.state}
            reason={desk.detail}
          >
            <DeskFacts desk={desk} />
          </ConnectionRow>
        ))}
      </ConnectionRows>
    </PageFrame>
  );
}
