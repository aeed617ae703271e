import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactNote } from '../../api/contactTypes';
import { ShortTime } from '../../ui/Time';
import { useMe } from '../session/session';
import { useEditNote, useRemoveNote } from './contactChanges';
import styles from './ContactNotes.module.css';

export function ContactNoteView({ contactId, note }: { contactId: string; note: ContactNote }) {
  const { t } = useTranslation();
  const me = useMe();
  const edit = useEditNote(contactId);
  const remove = useRemoveNote(contactId);
  const [typed, setTyped] = useState<string | null>(null);
  const isMine = note.authorId === me.id || me.role === 'admin';

  if (typed !== null) {
    const keep = () => edit.mutate({ noteId: note.id, text: typed.trim() }, { onSuccess: () => setTyped(null) });
    return (
      <li className={styles.writing}>
        <Textarea
          size="xs"
          autosize
          aria-label={t('contact.editNote')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
          autoFocus
        />
        <span className={styles.buttons}>
          <Button size="xs" disabled={!typed.trim()} loading={edit.isPending} onClick={keep}>
            {t('contact.save')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setTyped(null)}>
            {t('contact.cancel')}
          </Button>
        </span>
      </li>
    );
  }
  return (
    <li className={styles.note}>
      <p className={styles.text} dir="auto">
        {note.text}
      </p>
      <p className={styles.foot}>
        <bdi>{note.authorName}</bdi>
        <ShortTime iso={note.createdAt} />
        {note.editedAt && <span>{t('contact.noteEdited')}</span>}
        {isMine && (
          <span className={styles.tools}>
            <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('contact.editNote')} onClick={() => setTyped(note.text)}>
              <IconPencil size={14} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={t('contact.removeNote')}
              loading={remove.isPending}
              onClick={() => remove.mutate(note.id)}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </span>
        )}
      </p>
    </li>
  );
}
