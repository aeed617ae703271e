import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Notice';
import { filterOf } from '../conversations/conversationFilter';
import { useInboxSearch } from '../conversations/useInbox';
import { useMe } from '../session/session';
import { useAttemptKey } from '../setup/attemptKey';
import styles from './SavedViews.module.css';
import { useSaveView } from './viewQueries';

/** The list that is shown gets a name. */
export function NewView({ onSaved }: { onSaved: () => void }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const isAdmin = useMe().role === 'admin';
  const { search } = useInboxSearch();
  const save = useSaveView();
  const keyOf = useAttemptKey();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const view = { name: name.trim(), shared, filter: filterOf(search) };
    save.mutate(
      { key: keyOf(view), ...view },
      {
        onSuccess: () => {
          announce(t('views.saved', { name: view.name }));
          onSaved();
        },
      },
    );
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('views.saveAs')}
        value={name}
        error={save.error?.message}
        maxLength={60}
        required
        withAsterisk={false}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <span className={styles.buttons}>
        {isAdmin && (
          <label className={styles.check}>
            <input type="checkbox" checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
            {t('views.forEverybody')}
          </label>
        )}
        <Button type="submit" size="xs" ml="auto" loading={save.isPending}>
          {t('views.save')}
        </Button>
      </span>
    </form>
  );
}
