import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddNote } from './contactChanges';
import { ContactNoteView } from './ContactNoteView';
import styles from './ContactNotes.module.css';
import { notesQuery } from './contactQueries';
import { Section } from './Section';

/** What colleagues should know of a person; the person never sees it. */
export function ContactNotes({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const { data: notes = [] } = useQuery(notesQuery(contactId));
  const add = useAddNote(contactId);
  const [text, setText] = useState('');
  const keep = () => {
    if (text.trim()) {
      add.mutate(text.trim(), { onSuccess: () => setText('') });
    }
  };
  return (
    <Section name={t('contact.notes')}>
      <div className={styles.writing}>
        <Textarea
          size="xs"
          autosize
          minRows={1}
          maxRows={8}
          aria-label={t('contact.newNote')}
          placeholder={t('contact.newNote')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && keep()}
        />
        {text.trim() && (
          <Button size="xs" loading={add.isPending} onClick={keep}>
            {t('contact.addNote')}
          </Button>
        )}
      </div>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <ContactNoteView key={note.id} contactId={contactId} note={note} />
        ))}
      </ul>
    </Section>
  );
}
