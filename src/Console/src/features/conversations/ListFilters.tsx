import { ActionIcon, Button, NativeSelect, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePlatformName } from '../../ui/PlatformIcon';
import { channelsQuery } from '../channels/channelQueries';
import { hasStatus, type InboxSearch, narrowings, statusChoices, usualStatus, waitingChoices } from './conversationFilter';
import styles from './ListSearch.module.css';
import { useFilterWords } from './useFilterWords';
import { useInboxList, useInboxSearch } from './useInbox';

type Choice = { value: string; label: string };

/** Narrowing by what a conversation is and how long it has waited; what is chosen stands in the address. */
export function ListFilters() {
  const { t } = useTranslation();
  const { search, change } = useInboxSearch();
  const { data: channels = [] } = useQuery(channelsQuery);
  const nameOf = usePlatformName();
  const words = useFilterWords();
  const labels = new Set(useInboxList().conversations.flatMap((conversation) => conversation.labels));
  if (search.label) {
    labels.add(search.label);
  }
  const platforms = [...new Set(channels.map(({ platform }) => platform))];
  const usual = usualStatus(search);
  const count = narrowings.filter((name) => search[name]).length;
  const name = count > 0 ? `${t('list.filters')}, ${t('list.filtersOn', { count })}` : t('list.filters');

  const select = (field: keyof InboxSearch, label: string, any: string, choices: Choice[]) => (
    <NativeSelect
      label={label}
      value={String(search[field] ?? '')}
      onChange={({ currentTarget: { value } }) =>
        change({ [field]: value === '' ? undefined : field === 'waiting' ? Number(value) : value })
      }
      data={[{ value: '', label: any }, ...choices]}
    />
  );

  return (
    <Popover position="bottom-end" width={272} shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon className={styles.filters} variant={count > 0 ? 'light' : 'default'} aria-label={name} title={name}>
          <IconAdjustmentsHorizontal size={19} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={styles.panel}>
        {select('channelId', t('list.channel'), t('list.anyChannel'), channels.map(({ id, name }) => ({ value: id, label: name })))}
        {select('platform', t('list.platform'), t('list.anyPlatform'), platforms.map((value) => ({ value, label: nameOf(value) })))}
        {select('label', t('list.labelFilter'), t('list.anyLabel'), [...labels].map((value) => ({ value, label: value })))}
        {select(
          'waiting',
          t('list.waitingTime'),
          t('list.anyWaiting'),
          waitingChoices.map((minutes) => ({ value: String(minutes), label: words.waiting(minutes) })),
        )}
        {hasStatus(search.view ?? 'all') &&
          select(
            'status',
            t('list.status'),
            words.status(usual),
            statusChoices.filter((status) => status !== usual).map((value) => ({ value, label: words.status(value) })),
          )}
        <Button
          variant="subtle"
          size="xs"
          disabled={count === 0}
          onClick={() => change(Object.fromEntries(narrowings.map((field) => [field, undefined])))}
        >
          {t('list.clearFilters')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
