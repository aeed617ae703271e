import { ActionIcon, Button, NativeSelect, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../channels/channelQueries';
import type { InboxSearch } from './conversationFilter';
import styles from './ListSearch.module.css';
import { useInboxList, useInboxSearch } from './useInbox';

/** Narrowing by channel, label and state; what is chosen stands in the address. */
export function ListFilters() {
  const { t } = useTranslation();
  const { search, change } = useInboxSearch();
  const { data: channels = [] } = useQuery(channelsQuery);
  const labels = new Set(useInboxList().conversations.flatMap((conversation) => conversation.labels));
  if (search.label) {
    labels.add(search.label);
  }
  const count = [search.channelId, search.label, search.status].filter(Boolean).length;
  const name = count > 0 ? `${t('list.filters')}, ${t('list.filtersOn', { count })}` : t('list.filters');

  return (
    <Popover position="bottom-end" width={260} shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon size={36} variant={count > 0 ? 'light' : 'default'} aria-label={name} title={name}>
          <IconAdjustmentsHorizontal size={19} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={styles.panel}>
        <NativeSelect
          label={t('list.channel')}
          value={search.channelId ?? ''}
          onChange={(event) => change({ channelId: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('list.anyChannel') },
            ...channels.map((channel) => ({ value: channel.id, label: channel.name })),
          ]}
        />
        <NativeSelect
          label={t('list.labelFilter')}
          value={search.label ?? ''}
          onChange={(event) => change({ label: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('list.anyLabel') }, ...labels]}
        />
        {search.view !== 'closed' && (
          <NativeSelect
            label={t('list.status')}
            value={search.status ?? ''}
            onChange={(event) => change({ status: (event.currentTarget.value || undefined) as InboxSearch['status'] })}
            data={[
              { value: '', label: t('list.statusOpen') },
              { value: 'pending', label: t('list.statusPending') },
              { value: 'snoozed', label: t('list.statusSnoozed') },
            ]}
          />
        )}
        <Button
          variant="subtle"
          size="xs"
          disabled={count === 0}
          onClick={() => change({ channelId: undefined, label: undefined, status: undefined })}
        >
          {t('list.clearFilters')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
