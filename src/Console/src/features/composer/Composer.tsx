import { type Dispatch, type DragEvent, type SetStateAction, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '../../api/types';
import { channelsQuery } from '../channels/channelQueries';
import { HeldNotice } from '../collaboration/HeldNotice';
import { useHolder } from '../collaboration/useHolder';
import { useWriting } from '../collaboration/useWriting';
import { useContactName } from '../conversations/contactName';
import { useShortcuts } from '../shortcuts/useShortcuts';
import { ButtonsEditor } from './ButtonsEditor';
import { useCountUse } from './cannedQueries';
import styles from './Composer.module.css';
import { ComposerTools } from './ComposerTools';
import type { Draft, DraftFile } from './drafts';
import { FileTray } from './FileTray';
import { LimitLine } from './LimitLine';
import { OpenPlaces } from './OpenPlaces';
import { ReplyingTo } from './ReplyingTo';
import { ScheduledList } from './ScheduledList';
import { isRefused } from './sendLimit';
import { TemplateDialog } from './TemplateDialog';
import { useCompose } from './useCompose';
import { useSendLimit } from './useSendLimit';
import type { Suggestion } from './useSuggestions';
import { useUndo } from './useUndo';
import { useUploads } from './useUploads';
import { WriteField, type WriteFieldHandle } from './WriteField';

type Props = { conversation: Conversation; draft: Draft; onDraft: Dispatch<SetStateAction<Draft>> };

export function Composer({ conversation, draft, onDraft }: Props) {
  const { t } = useTranslation();
  const field = useRef<WriteFieldHandle>(null);
  const { data: channels } = useQuery(channelsQuery);
  const channel = channels?.find(({ id }) => id === conversation.channel.id);
  const isPassing = channel?.privacy === 'pass-through';
  const [isChoosing, setChoosing] = useState(false);
  const [isOver, setOver] = useState(false);
  const addFile = (file: DraftFile) => onDraft((last) => ({ ...last, files: [...last.files, file] }));
  const uploads = useUploads(channel, addFile);
  const limit = useSendLimit(conversation, channel, draft);
  const isHeld = useHolder(conversation.id).isOthers && !draft.isNote;
  const isHindered = isHeld || uploads.isUploading || isRefused(limit);
  const compose = useCompose({ conversation, channel, draft, onDraft, isHindered });
  const undo = useUndo(conversation.id, onDraft);
  const countUse = useCountUse();
  const { status } = conversation;
  const { isNote } = draft;
  const name = useContactName(conversation);
  const takesTemplates = channel?.capabilities.includes('template') === true && !isNote;
  const chooseTemplate = takesTemplates ? () => setChoosing(true) : null;

  useWriting(conversation.id, isNote ? '' : draft.text);

  const write = (note: boolean) => {
    if (note && isPassing) {
      return; // its words would be stored
    }
    onDraft((last) => ({ ...last, isNote: note, replyTo: note ? null : last.replyTo }));
    field.current?.focus();
  };
  useShortcuts({ KeyR: () => write(false), KeyN: () => write(true) });

  const take = ({ reply }: Suggestion) => {
    if (reply) {
      countUse(reply.id);
      reply.files.forEach((file) => addFile({ ...file, ...uploads.kindOf(file.mimeType) }));
    }
  };
  const submit = () => {
    compose.submit();
    field.current?.focus();
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault();
      if (isPassing) {
        return; // files go by desks only
      }
      uploads.add(event.dataTransfer.files);
    }
  };

  return (
    <section
      className={styles.composer}
      data-mode={isNote ? 'note' : 'reply'}
      data-over={isOver}
      aria-label={t('composer.label')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <ScheduledList conversationId={conversation.id} />
      {!isNote && <HeldNotice conversationId={conversation.id} />}
      {status === 'closed' && !isNote && <p className={styles.hint}>{t('composer.closedHint')}</p>}
      {isPassing && <p className={styles.hint}>{t('composer.passing')}</p>}
      {limit && <LimitLine limit={limit} platform={conversation.channel.platform} />}
      <OpenPlaces text={draft.text} />
      {draft.replyTo && (
        <ReplyingTo
          conversation={conversation}
          messageId={draft.replyTo}
          onCancel={() => onDraft((last) => ({ ...last, replyTo: null }))}
        />
      )}
      <div className={styles.box}>
        <FileTray
          files={draft.files}
          uploads={uploads}
          onRemove={(id) => onDraft((last) => ({ ...last, files: last.files.filter((file) => file.id !== id) }))}
        />
        <WriteField
          ref={field}
          conversation={conversation}
          text={draft.text}
          isNote={isNote}
          isReadOnly={isHeld}
          placeholder={isNote ? t('composer.notePlaceholder') : t('composer.replyPlaceholder', { name })}
          onText={(text) => onDraft((last) => ({ ...last, text }))}
          onTake={take}
          onSubmit={limit?.kind === 'window-closed' && chooseTemplate ? chooseTemplate : submit}
          onUndo={undo}
          onFiles={isPassing ? () => {} : uploads.add}
        />
        {!isNote && draft.buttons.length > 0 && (
          <ButtonsEditor
            buttons={draft.buttons}
            most={channel?.limits?.maxButtons ?? 3}
            onChange={(buttons) => onDraft((last) => ({ ...last, buttons }))}
          />
        )}
        <ComposerTools
          draft={draft}
          channel={channel}
          isPassing={isPassing}
          canSend={compose.canSend}
          isWindowClosed={limit?.kind === 'window-closed'}
          onMode={write}
          onInsert={(text) => field.current?.insert(text)}
          onFiles={uploads.add}
          onButtons={() => onDraft((last) => ({ ...last, buttons: last.buttons.length > 0 ? [] : [''] }))}
          onTemplate={chooseTemplate}
          onSend={submit}
          onSendAt={compose.submitAt}
        />
      </div>
      {isChoosing && (
        <TemplateDialog conversation={conversation} onClose={() => setChoosing(false)} onSend={compose.sendTemplate} />
      )}
    </section>
  );
}
