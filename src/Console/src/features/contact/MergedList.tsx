import { Button } from '@mantine/core';
import { IconArrowsJoin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/contactTypes';
import { useAnnounce } from '../../ui/Notice';
import { useNow } from '../../ui/useNow';
import { useUnmerge } from './contactChanges';
import { isRecent } from './contactWords';
import styles from './MergeNotes.module.css';

/** Who was found to be this person, each with the way back; a merge just made offers it as an undo. */
export function MergedList({ contact }: { contact: Contact }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const announce = useAnnounce();
  const unmerge = useUnmerge(contact.id);
  return contact.merged.map(({ id, name: given, mergedAt }) => {
    const name = given ?? t('thread.customer');
    const isNew = isRecent(mergedAt, now);
    const on = new Date(mergedAt).toLocaleDateString(i18n.language, { dateStyle: 'medium' });
    return (
      <div key={id} className={styles.hint} data-new={isNew}>
        <IconArrowsJoin size={18} aria-hidden />
        <span className={styles.words}>{isNew ? t('contact.justJoined', { name }) : t('contact.joined', { name, on })}</span>
        <Button
          size="compact-xs"
          variant="light"
          loading={unmerge.isPending && unmerge.variables === id}
          onClick={() => unmerge.mutate(id, { onSuccess: () => announce(t('contact.separated', { name })) })}
        >
          {t(isNew ? 'contact.undo' : 'contact.separate')}
        </Button>
      </div>
    );
  });
}
