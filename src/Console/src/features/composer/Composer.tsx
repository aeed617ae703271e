import { Button, Textarea } from '@mantine/core';
import { IconNote, IconSend2 } from '@tabler/icons-react';
import { type ClipboardEvent, type Dispatch, type DragEvent, type KeyboardEvent, type SetStateAction, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { HeldNotice } from '../collaboration/HeldNotice';
import { useHolder } from '../collaboration/useHolder';
import { useWriting } from '../collaboration/useWriting';
import { useContactName } from '../conversations/contactName';
import { useShortcuts } from '../shortcuts/useShortcuts';
import { AttachButton } from './AttachButton';
import { AttachmentChip } from './AttachmentChip';
import styles from './Composer.module.css';
import type { Draft } from './drafts';
import { LimitLine } from './LimitLine';
import { ModeSwitch } from './ModeSwitch';
import { ReplyingTo } from './ReplyingTo';
import { isRefused } from './sendLimit';
import { useAttachment } from './useAttachment';
import { useCompose } from './useCompose';
import { useSendLimit } from './useSendLimit';

type Props = { conversation: Conversation; draft: Draft; onDraft: Dispatch<SetStateAction<Draft>> };

export function Composer({ conversation, draft, onDraft }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const attachment = useAttachment();
  const limit = useSendLimit(conversation, draft);
  const isHeld = useHolder(conversation.id).isOthers && !draft.isNote;
  const { canSend, submit } = useCompose(conversation.id, draft, onDraft, attachment, isHeld || isRefused(limit));
  const { status } = conversation;
  const name = useContactName(conversation);
  const placeholder = draft.isNote ? t('composer.notePlaceholder') : t('composer.replyPlaceholder', { name });
  useWriting(conversation.id, draft.isNote ? '' : draft.text);

  const write = (isNote: boolean) => {
    onDraft((last) => ({ ...last, isNote, replyTo: isNote ? null : last.replyTo }));
    field.current?.focus();
  };
  useShortcuts({ KeyR: () => write(false), KeyN: () => write(true) });

  const press = (event: KeyboardEvent) => {
    // While an input method composes a word, Enter belongs to it.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') {
      field.current?.blur();
    }
  };
  const takeFile = (event: ClipboardEvent | DragEvent, files: FileList) => {
    if (files[0]) {
      event.preventDefault();
      attachment.attach(files[0]);
    }
  };

  return (
    <section
      className={styles.composer}
      data-mode={draft.isNote ? 'note' : 'reply'}
      aria-label={t('composer.label')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => takeFile(event, event.dataTransfer.files)}
    >
      {!draft.isNote && <HeldNotice conversationId={conversation.id} />}
      {status === 'closed' && !draft.isNote && <p className={styles.hint}>{t('composer.closedHint')}</p>}
      {limit && <LimitLine limit={limit} platform={conversation.channel.platform} />}
      {draft.replyTo && (
        <ReplyingTo
          conversation={conversation}
          messageId={draft.replyTo}
          onCancel={() => onDraft((last) => ({ ...last, replyTo: null }))}
        />
      )}
      <AttachmentChip attachment={attachment} />
      <div className={styles.box}>
        <Textarea
          ref={field}
          variant="unstyled"
          className={styles.field}
          aria-label={placeholder}
          placeholder={placeholder}
          autosize
          minRows={1}
          maxRows={9}
          readOnly={isHeld}
          value={draft.text}
          onChange={(event) => {
            const text = event.currentTarget.value;
            onDraft((last) => ({ ...last, text }));
          }}
          onKeyDown={press}
          onPaste={(event) => takeFile(event, event.clipboardData.files)}
        />
        <div className={styles.tools}>
          <ModeSwitch isNote={draft.isNote} onChange={write} />
          {!draft.isNote && <AttachButton onChoose={attachment.attach} />}
          <span className={styles.keys}>{t('composer.hint')}</span>
          <Button
            className={styles.send}
            disabled={!canSend}
            onClick={submit}
            leftSection={draft.isNote ? <IconNote size={18} aria-hidden /> : <IconSend2 size={18} aria-hidden />}
          >
            <span className={styles.sendWord}>{t(draft.isNote ? 'composer.addNote' : 'composer.send')}</span>
          </Button>
        </div>
      </div>
    </section>
  );
}
