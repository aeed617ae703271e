import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { useAnnounce } from '../../ui/Notice';
import { PageFrame } from '../../ui/PageFrame';
import { channelsQuery } from '../channels/channelQueries';
import rows from '../../ui/Rows.module.css';
import { QuarantineRow } from './QuarantineRow';
import { quarantineQuery, quarantineStates, type QuarantineState, useReplayAll } from './quarantineQueries';

export function QuarantinePage() {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { state = 'waiting', channelId } = useSearch({ from: '/frame/settings/quarantine' });
  const navigate = useNavigate({ from: '/settings/quarantine' });
  const { data: channels = [] } = useQuery(channelsQuery);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    quarantineQuery(state, channelId),
  );
  const items = data?.pages.flatMap((page) => page.items);
  const replayAll = useReplayAll();
  return (
    <PageFrame
      title={t('settings.entry.quarantine')}
      intro={t('quarantine.intro')}
      action={
        state === 'waiting' && items && items.length > 1 ? (
          <Button
            variant="default"
            loading={replayAll.isPending}
            onClick={() =>
              replayAll.mutate(channelId, { onSuccess: (done) => announce(t('quarantine.replayedAll', done)) })
            }
          >
            {t('quarantine.replayAll')}
          </Button>
        ) : null
      }
    >
      <div className={rows.filters}>
        <SegmentedControl
          miw="max-content"
          aria-label={t('quarantine.stateLabel')}
          value={state}
          onChange={(value) => void navigate({ search: { state: value as QuarantineState, channelId }, replace: true })}
          data={quarantineStates.map((value) => ({ value, label: t(`quarantine.state.${value}`) }))}
        />
        <NativeSelect
          aria-label={t('list.channel')}
          value={channelId ?? ''}
          onChange={(event) =>
            void navigate({ search: { state, channelId: event.currentTarget.value || undefined }, replace: true })
          }
          data={[{ value: '', label: t('list.anyChannel') }, ...channels.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </div>
      {error && <Failure title={t('quarantine.failed')} error={error} onRetry={() => void refetch()} />}
      {items?.length === 0 && (
        <EmptyState
          icon={<IconShieldCheck size={26} />}
          title={t('quarantine.empty')}
          hint={state === 'waiting' ? t('quarantine.emptyHint') : undefined}
        />
      )}
      <ul className={rows.rows}>
        {items?.map((item) => (
          <QuarantineRow key={item.id} item={item} channel={channels.find(({ id }) => id === item.channelId)?.name} />
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
