import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Page } from '../../api/types';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { PageFrame } from '../../ui/PageFrame';
import { fullTime } from '../../ui/time';
import { operatorsQuery } from '../operators/operatorQueries';
import rows from '../../ui/Rows.module.css';
import { auditThings, type AuditSearch } from './auditSearch';

type Entry = { id: string; actorName: string | null; action: string; subject: string | null; detail: string | null; at: string };

/** Midnight of the reader's day, and of the day after: the last day counts whole. */
const startOf = (day: string | undefined, ahead = 0) => {
  const time = day ? new Date(`${day}T00:00`) : null;
  time?.setDate(time.getDate() + ahead);
  return time && !Number.isNaN(time.getTime()) ? time.toISOString() : undefined;
};

export function AuditPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/frame/settings/audit' });
  const filter = { actor: search.actor, action: search.thing, from: startOf(search.from), to: startOf(search.to, 1) };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Entry>>('audit', { query: { ...filter, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  const entries = data?.pages.flatMap(({ items }) => items);
  return (
    <PageFrame title={t('settings.entry.audit')} intro={t('audit.intro')}>
      <Filters search={search} />
      {error && <Failure title={t('audit.failed')} error={error} onRetry={() => void refetch()} />}
      {entries?.length === 0 && <EmptyState icon={<IconHistory size={26} />} title={t('audit.empty')} />}
      <ul className={rows.rows}>
        {entries?.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </ul>
      {hasNextPage && (
        <div className={rows.more}>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('audit.more')}
          </Button>
        </div>
      )}
    </PageFrame>
  );
}

function AuditRow({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation();
  const key = `audit.did.${entry.action.replace('.', '-')}`;
  // Something of a newer server has no words here yet: its own name says more than nothing.
  const words = i18n.exists(key) ? t(key as 'audit.did.channel-created') : entry.action;
  return (
    <li className={rows.row}>
      <span className={rows.main}>
        <span>
          <span className={rows.name}>{entry.actorName ?? t('audit.nobody')}</span> {words}
        </span>
        {entry.detail && <span className={rows.detail}>{entry.detail}</span>}
      </span>
      <time className={rows.detail} dateTime={entry.at}>
        {fullTime(entry.at, i18n.language)}
      </time>
    </li>
  );
}

function Filters({ search }: { search: AuditSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/settings/audit' });
  const { data: operators = [] } = useQuery(operatorsQuery);
  const set = (change: AuditSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <div className={rows.filters}>
      <NativeSelect
        label={t('audit.who')}
        value={search.actor ?? ''}
        onChange={(event) => set({ actor: event.currentTarget.value || undefined })}
        data={[{ value: '', label: t('audit.anyone') }, ...operators.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={t('audit.what')}
        value={search.thing ?? ''}
        onChange={(event) => set({ thing: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('audit.anything') },
          ...auditThings.map((thing) => ({ value: thing, label: t(`audit.thing.${thing}`) })),
        ]}
      />
      <TextInput
        type="date"
        label={t('audit.from')}
        value={search.from ?? ''}
        onChange={(event) => set({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('audit.to')}
        value={search.to ?? ''}
        onChange={(event) => set({ to: event.currentTarget.value || undefined })}
      />
    </div>
  );
}
