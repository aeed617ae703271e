import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../shortcuts/useShortcuts';
import styles from './ListSearch.module.css';
import { useInboxSearch } from './useInbox';

// Its panel takes a part of Mantine that the list does without.
const ListFilters = lazy(async () => ({ default: (await import('./ListFilters')).ListFilters }));

/** The words looked for follow the typing after a short pause, into the address. */
export function ListSearch() {
  const { t } = useTranslation();
  const { search, change } = useInboxSearch();
  const [typed, setTyped] = useState(search.q ?? '');
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(search.q);
  const look = useDebouncedCallback((text: string) => {
    asked.current = text.trim() || undefined;
    change({ q: asked.current });
  }, 250);
  useShortcuts({ Slash: () => field.current?.focus() });

  // Another view brings other words; those on their way from here are not put back over what is being typed.
  useEffect(() => {
    if (search.q !== asked.current) {
      asked.current = search.q;
      setTyped(search.q ?? '');
    }
  }, [search.q]);

  const type = (text: string) => {
    setTyped(text);
    look(text);
  };

  return (
    <div className={styles.bar} role="search">
      <TextInput
        ref={field}
        className={styles.field}
        type="search"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        leftSection={<IconSearch size={17} aria-hidden />}
        rightSection={typed && <CloseButton size="sm" aria-label={t('list.clearSearch')} onClick={() => type('')} />}
      />
      <Suspense fallback={<span className={styles.filters} />}>
        <ListFilters />
      </Suspense>
    </div>
  );
}
