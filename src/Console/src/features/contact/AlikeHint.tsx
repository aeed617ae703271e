import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar';
import { alikeQuery } from './contactQueries';
import styles from './MergeNotes.module.css';

/** Somebody with the same number or handle: perhaps nobody else. */
export function AlikeHint({ contactId, onCompare }: { contactId: string; onCompare: (other: string) => void }) {
  const { t } = useTranslation();
  const { data: alike = [] } = useQuery(alikeQuery(contactId));
  return alike.map((other) => {
    const name = other.name ?? t('thread.customer');
    return (
      <div key={other.id} className={styles.hint}>
        <Avatar id={other.id} name={name} url={other.avatarUrl} size={28} />
        <span className={styles.words}>{t('contact.alike', { name })}</span>
        <Button size="compact-xs" variant="light" onClick={() => onCompare(other.id)}>
          {t('contact.compare')}
        </Button>
      </div>
    );
  });
}
