import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { useMe } from '../session/session';
import styles from './Bubble.module.css';
import { useThread } from './threadContext';

/** What was left on a message; the same sign of several people stands once, with their number. */
export function Reactions({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { contactName } = useThread();
  const me = useMe();
  const { reactions } = message;
  if (reactions.length === 0) {
    return null;
  }
  const nameOf = (by: string) => (by === 'contact' ? contactName : by === me.id ? t('list.you') : t('role.operator'));
  return (
    <ul className={styles.reactions}>
      {[...new Set(reactions.map(({ emoji }) => emoji))].map((emoji) => {
        const same = reactions.filter((reaction) => reaction.emoji === emoji);
        const name = same.map(({ by }) => nameOf(by)).join(', ');
        return (
          <li key={emoji} title={name}>
            <span role="img" aria-label={t('thread.reaction', { name, emoji })}>
              {emoji}
            </span>
            {same.length > 1 && <small>{same.length}</small>}
          </li>
        );
      })}
    </ul>
  );
}
