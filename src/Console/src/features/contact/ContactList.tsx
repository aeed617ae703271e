import { Loader } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/contactTypes';
import { itemsOf } from '../../live/pages';
import { Avatar } from '../../ui/Avatar';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { ShortTime } from '../../ui/Time';
import styles from './ContactsPage.module.css';
import { type ContactFilter, contactListQuery } from './contactQueries';
import { handleOf, platformsOf } from './contactWords';
import { moveFocus } from './moveFocus';

const rowHeight = 64;

/** Only what is in view is drawn, however many there are; Tab enters once, arrows walk. */
export function ContactList({ filter }: { filter: ContactFilter }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(contactListQuery(filter));
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const contacts = itemsOf(list.data);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: contacts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => contacts[index]!.id,
    overscan: 8,
  });
  const visible = rows.getVirtualItems();
  const lastShown = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= contacts.length - 10) {
      void fetchNextPage();
    }
  }, [lastShown, contacts.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (list.isPending) {
    return <Loader m="auto" role="progressbar" aria-label={t('common.loading')} />;
  }
  if (list.isError && contacts.length === 0) {
    return <Failure title={t('contact.listFailed')} error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (contacts.length === 0) {
    const isNarrowed = Object.values(filter).some(Boolean);
    return (
      <EmptyState
        icon={<IconUsers size={26} />}
        title={t(isNarrowed ? 'contact.nobody' : 'contact.noContacts')}
        hint={isNarrowed ? undefined : t('contact.noContactsHint')}
      />
    );
  }
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul className={styles.rows} style={{ height: rows.getTotalSize() }} onKeyDown={moveFocus} aria-label={t('contact.title')}>
        {visible.map((row) => (
          <li key={row.key} className={styles.row} style={{ height: rowHeight, transform: `translateY(${row.start}px)` }}>
            <Row contact={contacts[row.index]!} isTabStop={row.index === visible[0]?.index} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ contact, isTabStop }: { contact: Contact; isTabStop: boolean }) {
  const { t } = useTranslation();
  const name = contact.name ?? t('thread.customer');
  return (
    <Link to="/contacts/$contactId" params={{ contactId: contact.id }} className={styles.person} tabIndex={isTabStop ? 0 : -1}>
      <Avatar id={contact.id} name={name} url={contact.avatarUrl} size={38} />
      <bdi className={styles.name}>{name}</bdi>
      <span className={styles.platforms}>
        {platformsOf(contact).map((platform) => (
          <PlatformIcon key={platform} platform={platform} size={17} />
        ))}
      </span>
      <bdi className={styles.reach}>{contact.phone ?? contact.email ?? contact.identities.map(handleOf)[0]}</bdi>
      <span className={styles.labels}>
        {contact.labels.slice(0, 3).map((label) => (
          <span key={label} className={styles.label}>
            {label}
          </span>
        ))}
        {contact.labels.length > 3 && <span className={styles.label}>+{contact.labels.length - 3}</span>}
      </span>
      <ShortTime iso={contact.createdAt} className={styles.since} />
    </Link>
  );
}
