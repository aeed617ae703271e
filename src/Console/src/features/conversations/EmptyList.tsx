import { Button } from '@mantine/core';
import { IconInbox, IconPlugConnected, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { channelsQuery } from '../channels/channelQueries';
import { useMe } from '../session/session';
import { narrowings } from './conversationFilter';
import { useInboxSearch } from './useInbox';

const hints = { mine: 'emptyMine', unassigned: 'emptyUnassigned', all: 'emptyAll', snoozed: 'emptySnoozed', closed: 'emptyClosed' } as const;

/** An empty list says why; one without any channel offers the first. */
export function EmptyList() {
  const { t } = useTranslation();
  const { search, change } = useInboxSearch();
  const { data: channels } = useQuery(channelsQuery);
  const me = useMe();

  if (channels?.length === 0) {
    const isAdmin = me.role === 'admin';
    return (
      <EmptyState
        icon={<IconPlugConnected size={26} />}
        title={t('inbox.welcome')}
        hint={isAdmin ? t('inbox.welcomeHint') : t('inbox.askAdmin')}
      >
        {isAdmin && (
          <Button renderRoot={(props) => <Link to="/settings/channels/new" {...props} />}>
            {t('inbox.connect')}
          </Button>
        )}
      </EmptyState>
    );
  }
  if (search.q) {
    return <EmptyState icon={<IconSearch size={26} />} title={t('list.empty')} hint={t('list.emptySearch')} />;
  }
  if (narrowings.some((name) => search[name])) {
    return (
      <EmptyState icon={<IconInbox size={26} />} title={t('list.empty')} hint={t('list.emptyFiltered')}>
        <Button variant="default" onClick={() => change(Object.fromEntries(narrowings.map((name) => [name, undefined])))}>
          {t('list.clearFilters')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<IconInbox size={26} />} title={t('list.empty')} hint={t(`list.${hints[search.view ?? 'all']}`)} />
  );
}
