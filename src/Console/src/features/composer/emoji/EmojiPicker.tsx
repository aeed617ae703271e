import { TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Emoji, emojiGroups, findEmojis } from './emojiData';
import styles from './EmojiPicker.module.css';

const mostFound = 48;

/** All emojis by group, or those that are searched for; arrow keys walk through them. */
export function EmojiPicker({ onPick }: { onPick: (character: string) => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const typed = query.trim();
  const found = typed === '' ? null : findEmojis(typed, mostFound);

  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 };
    const step = steps[event.key];
    const all = [...event.currentTarget.querySelectorAll('button')];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    if (step !== undefined && at >= 0) {
      event.preventDefault();
      all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus();
    }
  };

  return (
    <div className={styles.picker}>
      <TextInput
        size="xs"
        leftSection={<IconSearch size={15} aria-hidden />}
        placeholder={t('emoji.search')}
        aria-label={t('emoji.search')}
        value={query}
        data-autofocus
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found?.[0]) {
            event.preventDefault();
            onPick(found[0].character);
          }
        }}
      />
      <div className={styles.scroller} onKeyDown={walk} tabIndex={-1}>
        {found ? (
          <Grid emojis={found} onPick={onPick} empty={t('emoji.none')} />
        ) : (
          emojiGroups.map(({ name, emojis }) => (
            <section key={name} aria-label={t(`emoji.${name}`)}>
              <h3 className={styles.group}>{t(`emoji.${name}`)}</h3>
              <Grid emojis={emojis} onPick={onPick} />
            </section>
          ))
        )}
      </div>
    </div>
  );
}

type GridProps = { emojis: Emoji[]; onPick: (character: string) => void; empty?: string };

function Grid({ emojis, onPick, empty }: GridProps) {
  if (emojis.length === 0) {
    return <p className={styles.none}>{empty}</p>;
  }
  return (
    <div className={styles.grid}>
      {emojis.map(({ character, words }) => (
        <UnstyledButton
          key={character}
          className={styles.emoji}
          aria-label={(words[0] ?? '').replaceAll('_', ' ')}
          title={(words[0] ?? '').replaceAll('_', ' ')}
          onClick={() => onPick(character)}
        >
          {character}
        </UnstyledButton>
      ))}
    </div>
  );
}
