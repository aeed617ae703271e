import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconArrowsSort, IconBaselineDensityMedium, IconBaselineDensitySmall, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlatformName } from '../../ui/PlatformIcon';
import { channelsQuery } from '../channels/channelQueries';
import { listOrders, type Narrowing, narrowings } from './conversationFilter';
import styles from './ListToolbar.module.css';
import { changePanes, usePanes } from './paneLayout';
import { useFilterWords } from './useFilterWords';
import { useInboxSearch } from './useInbox';

// Its panel takes a part of Mantine that the list does without.
const SavedViews = lazy(async () => ({ default: (await import('../views/SavedViews')).SavedViews }));

/** The order, the saved views, how dense the rows are, and what the list is narrowed to. */
export function ListToolbar() {
  const { t } = useTranslation();
  const { search, change } = useInboxSearch();
  const { isCompact } = usePanes();
  const order = search.sort ?? 'newest';
  const density = isCompact ? t('list.comfortable') : t('list.compact');
  return (
    <>
      <div className={styles.bar}>
        <NativeSelect
          className={styles.order}
          size="xs"
          variant="unstyled"
          aria-label={t('list.sort')}
          value={order}
          leftSection={<IconArrowsSort size={15} aria-hidden />}
          onChange={({ currentTarget: { value } }) => change({ sort: listOrders.find((name) => name === value && name !== 'newest') })}
          data={listOrders.map((name) => ({ value: name, label: t(`list.order.${name}`) }))}
        />
        <Suspense fallback={<span className={styles.views} />}>
          <SavedViews />
        </Suspense>
        <ActionIcon
          className={styles.density}
          variant="subtle"
          color="gray"
          aria-label={density}
          title={density}
          onClick={() => changePanes({ isCompact: !isCompact })}
        >
          {isCompact ? <IconBaselineDensityMedium size={17} /> : <IconBaselineDensitySmall size={17} />}
        </ActionIcon>
      </div>
      <Chips />
    </>
  );
}

/** Each narrowing in words, to be taken away with one press. */
function Chips() {
  const { t } = useTranslation();
  const { search, change } = useInboxSearch();
  const { data: channels = [] } = useQuery(channelsQuery);
  const nameOf = usePlatformName();
  const words = useFilterWords();
  const { status, platform, channelId, label, waiting } = search;
  const sayings: Record<Narrowing, string | undefined> = {
    status: status && words.status(status),
    platform: platform && nameOf(platform),
    channelId: channels.find(({ id }) => id === channelId)?.name ?? channelId,
    label,
    waiting: waiting ? words.waiting(waiting) : undefined,
  };
  const on = narrowings.filter((name) => search[name]);
  return (
    on.length > 0 && (
      <ul className={styles.chips} aria-label={t('list.filters')}>
        {on.map((name) => (
          <li key={name}>
            <button type="button" className={styles.chip} onClick={() => change({ [name]: undefined })}>
              <span>{sayings[name]}</span>
              <IconX size={13} aria-hidden />
              <span className="rz-hidden">{t('list.removeFilter')}</span>
            </button>
          </li>
        ))}
      </ul>
    )
  );
}
