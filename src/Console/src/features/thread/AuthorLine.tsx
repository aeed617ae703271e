import { IconNote, IconRobot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { useMe } from '../session/session';
import styles from './Bubble.module.css';
import { useThread } from './threadContext';

/** Says who wrote a message, by name. */
export function useSpokenAuthor(): (message: Message) => string {
  const { t } = useTranslation();
  const { contactName } = useThread();
  return ({ author, direction }) => {
    const name = author.name ?? (direction === 'inbound' ? contactName : t('thread.automation'));
    return direction === 'note' ? t('thread.noteBy', { name }) : name;
  };
}

/** Above a group of messages, where the side they stand on does not say enough. */
export function AuthorLine({ message }: { message: Message }) {
  const { t } = useTranslation();
  const me = useMe();
  const { direction, author } = message;
  const isNote = direction === 'note';
  const isOthers = direction === 'outbound' && author.id !== me.id;
  if (!isNote && !isOthers) {
    return null;
  }
  const isAutomatic = author.kind === 'automation';
  return (
    <p className={styles.author}>
      {isNote && (
        <span className={styles.noteWord}>
          <IconNote size={14} aria-hidden />
          {t('thread.note')}
        </span>
      )}
      {isAutomatic && (
        <span className={styles.automatic}>
          <IconRobot size={15} aria-hidden />
          {t('thread.automation')}
        </span>
      )}
      {author.name && <bdi>{author.name}</bdi>}
      {isNote && <span className={styles.hint}>· {t('thread.noteHint')}</span>}
    </p>
  );
}
