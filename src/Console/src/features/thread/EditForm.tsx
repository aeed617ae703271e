import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import styles from './Bubble.module.css';
import { useThread } from './threadContext';
import { useEditMessage } from './threadQueries';

/** The words of a message of ours, to be written anew where they stand. */
export function EditForm({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { setEditing } = useThread();
  const edit = useEditMessage(message);
  const [text, setText] = useState(message.content.text ?? '');
  const isSame = text.trim() === (message.content.text ?? '').trim();
  const needsWords = message.content.type === 'text' || message.content.type === 'buttons';
  const canSave = !isSame && (text.trim() !== '' || !needsWords);

  const save = () => canSave && edit.mutate(text.trim(), { onSuccess: () => setEditing(null) });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      setEditing(null);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      save();
    }
  };

  return (
    <div className={styles.edit}>
      <Textarea
        aria-label={t('thread.editLabel')}
        autosize
        minRows={1}
        maxRows={12}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div>
        <Button size="compact-sm" variant="default" onClick={() => setEditing(null)}>
          {t('common.cancel')}
        </Button>
        <Button size="compact-sm" disabled={!canSave} loading={edit.isPending} onClick={save}>
          {t('thread.saveEdit')}
        </Button>
      </div>
    </div>
  );
}
