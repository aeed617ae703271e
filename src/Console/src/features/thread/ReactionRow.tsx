import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { useMe } from '../session/session';
import styles from './MessageMenu.module.css';
import { useReact } from './threadQueries';

/** Signs every platform with reactions has. */
const usual = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** One press leaves a reaction; the same press again takes it back. */
export function ReactionRow({ message, onDone }: { message: Message; onDone: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const react = useReact(message);
  const ours = message.reactions.find(({ by }) => by === me.id)?.emoji;
  return (
    <div className={styles.reactions} role="group" aria-label={t('thread.react')}>
      {usual.map((emoji) => (
        <UnstyledButton
          key={emoji}
          aria-label={t('thread.reactWith', { emoji })}
          aria-pressed={emoji === ours}
          onClick={() => {
            react.mutate(emoji === ours ? null : emoji);
            onDone();
          }}
        >
          {emoji}
        </UnstyledButton>
      ))}
    </div>
  );
}
