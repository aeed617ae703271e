import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlatformName } from '../../ui/PlatformIcon';
import { usePageTitle } from '../../ui/usePageTitle';
import { channelsQuery } from '../channels/channelQueries';
import { useShortcuts } from '../shortcuts/useShortcuts';
import { ContactList } from './ContactList';
import styles from './ContactsPage.module.css';
import { type ContactFilter, contactLabelsQuery } from './contactQueries';

/** Everybody who ever wrote. */
export function ContactsPage() {
  const { t } = useTranslation();
  usePageTitle(t('contact.title'));
  const search = useSearch({ from: '/frame/contacts' });
  const navigate = useNavigate({ from: '/contacts' });
  const change = (next: ContactFilter) => void navigate({ search: (last) => ({ ...last, ...next }), replace: true });
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('contact.title')}</h1>
        <Filters search={search} onChange={change} />
      </header>
      <ContactList key={JSON.stringify(search)} filter={search} />
    </main>
  );
}

function Filters({ search, onChange }: { search: ContactFilter; onChange: (next: ContactFilter) => void }) {
  const { t } = useTranslation();
  const platformName = usePlatformName();
  const { data: labels = [] } = useQuery(contactLabelsQuery);
  const { data: channels = [] } = useQuery(channelsQuery);
  const platforms = new Set([...channels.map(({ platform }) => platform), ...(search.platform ? [search.platform] : [])]);
  const [typed, setTyped] = useState(search.q ?? '');
  const field = useRef<HTMLInputElement>(null);
  const look = useDebouncedCallback((q: string) => onChange({ q: q.trim() || undefined }), 250);
  useShortcuts({ Slash: () => field.current?.focus() });
  return (
    <div className={styles.filters} role="search">
      <TextInput
        ref={field}
        className={styles.search}
        type="search"
        aria-label={t('contact.search')}
        placeholder={t('contact.search')}
        leftSection={<IconSearch size={17} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          look(event.currentTarget.value);
        }}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      {labels.length > 0 && (
        <NativeSelect
          aria-label={t('contact.labels')}
          value={search.label ?? ''}
          onChange={(event) => onChange({ label: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('list.anyLabel') }, ...labels]}
        />
      )}
      <NativeSelect
        aria-label={t('contact.platform')}
        value={search.platform ?? ''}
        onChange={(event) => onChange({ platform: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('contact.anyPlatform') },
          ...[...platforms].map((platform) => ({ value: platform, label: platformName(platform) })),
        ]}
      />
    </div>
  );
}
