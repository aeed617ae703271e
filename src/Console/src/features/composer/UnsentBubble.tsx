import { Button } from '@mantine/core';
import { IconAlertCircle, IconClock, IconPaperclip, IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/client';
import type { NewMessage } from '../../api/types';
import bubble from '../thread/Bubble.module.css';
import { RichText } from '../thread/content/RichText';
import type { Unsent } from './outbox';
import styles from './UnsentBubble.module.css';
import { useCountdown } from './useCountdown';
import { useRefusal } from './useRefusal';

type Changes = { key?: string; message?: Partial<NewMessage> };

type Props = { unsent: Unsent; onRetry: (changes: Changes) => void; onEdit: () => void; onDiscard: () => void };

export function UnsentBubble({ unsent, onRetry, onEdit, onDiscard }: Props) {
  const { message, file, state, error } = unsent;
  const { content } = message;
  return (
    <article className={bubble.entry} data-direction={message.note ? 'note' : 'outbound'} data-starts="true">
      <div className={`${bubble.bubble} ${styles.unsent}`} data-refused={state === 'refused'}>
        {file?.kind === 'image' ? (
          <img className={styles.picture} src={file.url} alt={file.fileName} />
        ) : (
          file && (
            <p className={styles.file}>
              <IconPaperclip size={16} aria-hidden />
              {file.fileName}
            </p>
          )
        )}
        {content.type === 'template' && (
          <p className={styles.file}>
            <IconTemplate size={16} aria-hidden />
            {[content.key?.replaceAll('_', ' '), ...(content.parameters ?? [])].join(' · ')}
          </p>
        )}
        {content.text && <RichText text={content.text} />}
        {content.buttons?.map(({ text }) => (
          <p key={text} className={styles.button}>
            {text}
          </p>
        ))}
        <Foot unsent={unsent} />
      </div>
      {state === 'held' && unsent.leavesAt > 0 && <Held leavesAt={unsent.leavesAt} onSend={() => onRetry({})} onUndo={onEdit} />}
      {state === 'refused' && error && <Refused error={error} onRetry={onRetry} onEdit={onEdit} onDiscard={onDiscard} />}
    </article>
  );
}

function Foot({ unsent: { state, leavesAt, error } }: { unsent: Unsent }) {
  const { t } = useTranslation();
  const seconds = useCountdown(leavesAt);
  const words = {
    held: leavesAt > 0 ? t('unsent.leavesIn', { seconds }) : t('unsent.sending'),
    sending: t('unsent.sending'),
    waiting: t(error?.status === 401 ? 'unsent.signedOut' : 'unsent.offline'),
    refused: t('unsent.refused'),
  };
  return (
    <p className={bubble.foot}>
      <IconClock size={14} aria-hidden />
      {words[state]}
    </p>
  );
}

function Held({ leavesAt, onSend, onUndo }: { leavesAt: number; onSend: () => void; onUndo: () => void }) {
  const { t } = useTranslation();
  return (
    useCountdown(leavesAt) > 0 && (
      <div className={styles.held}>
        <Button size="compact-sm" variant="light" onClick={onUndo}>
          {t('unsent.undo')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onSend}>
          {t('unsent.sendNow')}
        </Button>
      </div>
    )
  );
}

function Refused({ error, onRetry, onEdit, onDiscard }: Omit<Props, 'unsent'> & { error: Problem }) {
  const { t } = useTranslation();
  const reason = useRefusal()(error);
  const isUnseen = error.code === 'unseen-messages';
  // After a refusal it is another request; after silence it must be the same one, or it could go out twice.
  const key = error.status >= 500 ? {} : { key: crypto.randomUUID() };
  return (
    <div className={styles.refused} role="alert">
      <p>
        <IconAlertCircle size={17} aria-hidden />
        {reason}
      </p>
      <div>
        <Button size="xs" onClick={() => onRetry({ ...key, message: isUnseen ? { seen: null } : {} })}>
          {t(isUnseen ? 'unsent.sendAnyway' : 'unsent.retry')}
        </Button>
        <Button size="xs" variant="default" onClick={onEdit}>
          {t('unsent.edit')}
        </Button>
        <Button size="xs" variant="default" onClick={onDiscard}>
          {t('unsent.discard')}
        </Button>
      </div>
    </div>
  );
}
