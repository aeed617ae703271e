import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Notice';
import { filterOf } from '../conversations/conversationFilter';
import { useInboxSearch } from '../conversations/useInbox';
import styles from './SavedViews.module.css';
import { type SavedView, useChangeView, useDeleteView } from './viewQueries';

type Props = { view: SavedView; isShown: boolean; onClose: () => void };

/** Another name, another list under it, or no view any more: the conversations are not touched. */
export function EditView({ view, isShown, onClose }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { search } = useInboxSearch();
  const change = useChangeView(view.id);
  const remove = useDeleteView(view.id);
  const [name, setName] = useState(view.name);
  const [takesShown, setTakesShown] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { name: name.trim(), filter: takesShown ? filterOf(search) : undefined },
      {
        onSuccess: () => {
          announce(t('views.saved', { name: name.trim() }));
          onClose();
        },
      },
    );
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('views.name')}
        value={name}
        error={(change.error ?? remove.error)?.message}
        maxLength={60}
        required
        withAsterisk={false}
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {!isShown && (
        <label className={styles.check}>
          <input type="checkbox" checked={takesShown} onChange={(event) => setTakesShown(event.currentTarget.checked)} />
          {t('views.useThis')}
        </label>
      )}
      <span className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          c="var(--rz-danger)"
          loading={remove.isPending}
          onClick={() => remove.mutate(undefined, { onSuccess: () => announce(t('views.deleted', { name: view.name })) })}
        >
          {t('views.delete')}
        </Button>
        <Button type="submit" size="xs" loading={change.isPending}>
          {t('views.save')}
        </Button>
      </span>
    </form>
  );
}
