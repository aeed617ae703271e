import { Button } from '@mantine/core';
import { IconAlertCircle, IconClock, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import type { NewMessage } from '../../api/types';
import bubble from '../thread/Bubble.module.css';
import { RichText } from '../thread/content/RichText';
import type { Unsent } from './outbox';
import { useRefusal } from './useRefusal';
import styles from './UnsentBubble.module.css';

type Changes = { key?: string; message?: Partial<NewMessage> };

type Props = { unsent: Unsent; onRetry: (changes: Changes) => void; onEdit: () => void; onDiscard: () => void };

export function UnsentBubble({ unsent, onRetry, onEdit, onDiscard }: Props) {
  const { t } = useTranslation();
  const { message, fileName, error, isPaused } = unsent;
  return (
    <article className={bubble.entry} data-direction={message.note ? 'note' : 'outbound'} data-starts="true">
      <div className={`${bubble.bubble} ${styles.unsent}`} data-refused={error !== null}>
        {fileName && (
          <p className={styles.file}>
            <IconPaperclip size={16} aria-hidden />
            {fileName}
          </p>
        )}
        {message.content.text && <RichText text={message.content.text} />}
        <p className={bubble.foot}>
          {!error && (
            <>
              <IconClock size={14} aria-hidden />
              {t(isPaused ? 'unsent.offline' : 'unsent.sending')}
            </>
          )}
        </p>
      </div>
      {error && <Refused error={error} onRetry={onRetry} onEdit={onEdit} onDiscard={onDiscard} />}
    </article>
  );
}

function Refused({ error, onRetry, onEdit, onDiscard }: Omit<Props, 'unsent'> & { error: Error }) {
  const { t } = useTranslation();
  const reason = useRefusal()(error);
  const isUnseen = error instanceof Problem && error.code === 'unseen-messages';
  const isUncertain = error instanceof Problem && (error.status === 0 || error.status >= 500);
  // After a refusal it is another request; after silence it must be the same one, or it could go out twice.
  const key = isUncertain ? {} : { key: crypto.randomUUID() };
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
