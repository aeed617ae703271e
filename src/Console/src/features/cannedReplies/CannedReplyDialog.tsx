import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../api/types';
import { languages } from '../../i18n';
import { fill, variableNames } from '../composer/variables';
import { useMe } from '../session/session';
import styles from './CannedRepliesPage.module.css';
import { LanguageChoice } from './LanguageChoice';
import { useCannedReplyChanges } from './useCannedReplyChanges';

/** Writes a reply or changes one, with what it will read like. */
export function CannedReplyDialog({ reply, onClose }: { reply: CannedReply | null; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(reply?.text ?? '');
  const [isRemoving, setRemoving] = useState(false);
  const { save, remove } = useCannedReplyChanges(reply, onClose);
  const first = (name: string) => name.split(' ')[0] ?? '';
  const example = {
    'contact.name': t('cannedReplies.exampleContact'),
    'contact.firstName': first(t('cannedReplies.exampleContact')),
    'operator.name': me.name,
    'operator.firstName': first(me.name),
    'channel.name': t('cannedReplies.exampleChannel'),
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? '');
    save.mutate({ shortcut: read('shortcut').replace(/^\//, ''), title: read('title'), text, language: read('language') });
  };
  const putIn = (name: string) => {
    const { selectionStart: from, selectionEnd: to } = field.current!;
    setText(`${text.slice(0, from)}{{${name}}}${text.slice(to)}`);
    field.current!.focus();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(reply ? 'cannedReplies.change' : 'cannedReplies.add')}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.two}>
          <TextInput
            name="shortcut"
            label={t('cannedReplies.shortcut')}
            description={t('cannedReplies.shortcutHint')}
            leftSection="/"
            defaultValue={reply?.shortcut}
            pattern="/?[\p{L}\p{N}_\-]{1,32}"
            required
            data-autofocus
          />
          <TextInput name="title" label={t('cannedReplies.name')} description=" " defaultValue={reply?.title} maxLength={120} required />
        </div>
        <Textarea
          ref={field}
          label={t('cannedReplies.text')}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={10_000}
          value={text}
          required
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={styles.variables}>
          {t('cannedReplies.textHint')}
          {variableNames.map((name) => (
            <Button key={name} size="compact-xs" variant="light" onClick={() => putIn(name)}>
              {name}
            </Button>
          ))}
        </div>
        <LanguageChoice name="language" label={t('cannedReplies.language')} any={t('cannedReplies.anyLanguage')} value={reply?.language ?? ''} choices={languages} />
        {text.trim() !== '' && (
          <p className={styles.preview} aria-label={t('cannedReplies.preview')} role="note" dir="auto">
            {fill(text, example)}
          </p>
        )}
        <div role="alert">
          {(save.error ?? remove.error) && <p className={styles.bad}>{(save.error ?? remove.error)?.message}</p>}
          {isRemoving && reply && <p className={styles.bad}>{t('cannedReplies.removeQuestion', { shortcut: reply.shortcut })}</p>}
        </div>
        <Group justify="space-between">
          {reply ? (
            <Button
              variant={isRemoving ? 'filled' : 'subtle'}
              color="red"
              loading={remove.isPending}
              onClick={() => (isRemoving ? remove.mutate() : setRemoving(true))}
            >
              {t('cannedReplies.remove')}
            </Button>
          ) : (
            <span />
          )}
          <Group>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('cannedReplies.save')}
            </Button>
          </Group>
        </Group>
      </form>
    </Modal>
  );
}
