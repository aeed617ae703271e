import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { contactSearchQuery } from './contactQueries';
import { platformsOf } from './contactWords';
import styles from './MergeDialog.module.css';
import { moveFocus } from './moveFocus';

/** Looks for the other half of a person. */
export function MergeSearch({ exceptId, onChoose }: { exceptId: string; onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const { data } = useQuery({ ...contactSearchQuery(q), placeholderData: keepPreviousData });
  const found = data?.filter(({ id }) => id !== exceptId) ?? [];
  return (
    <div className={styles.search}>
      <p className={styles.intro}>{t('contact.mergeIntro')}</p>
      <TextInput
        type="search"
        aria-label={t('contact.mergeSearch')}
        placeholder={t('contact.mergeSearch')}
        leftSection={<IconSearch size={17} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <ul className={styles.found} onKeyDown={moveFocus}>
        {found.map((contact) => {
          const name = contact.name ?? t('thread.customer');
          return (
            <li key={contact.id}>
              <button type="button" className={styles.person} onClick={() => onChoose(contact.id)}>
                <Avatar id={contact.id} name={name} url={contact.avatarUrl} size={34} />
                <bdi className={styles.personName}>{name}</bdi>
                <span className={styles.personPhone}>{contact.phone}</span>
                {platformsOf(contact).map((platform) => (
                  <PlatformIcon key={platform} platform={platform} size={17} />
                ))}
              </button>
            </li>
          );
        })}
      </ul>
      {data && found.length === 0 && <p className={styles.intro}>{t('contact.nobody')}</p>}
    </div>
  );
}
