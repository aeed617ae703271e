import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../threadContext';
import styles from './Content.module.css';
import { beginningOf, isEmojiAlone, languageOf, textPieces } from './textSafety';

type Props = {
  text: string;
  /** The message it belongs to: a long text that was opened stays open. */
  keepAs?: string;
};

/** Plain text with its line breaks, set apart from the writing direction around it; addresses become links. */
export function RichText({ text, keepAs = '' }: Props) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useKept(`open-${keepAs}`, false);
  const beginning = useMemo(() => beginningOf(text), [text]);
  const isLong = beginning.length < text.length;
  const shown = isOpen ? text : beginning;
  const pieces = useMemo(() => textPieces(shown), [shown]);
  const count = new Intl.NumberFormat(i18n.language).format(text.length);
  return (
    <>
      <p className={styles.text} dir="auto" lang={languageOf(text)} data-large={isEmojiAlone(text)} data-cut={isLong && !isOpen}>
        {pieces.map((piece, index) =>
          piece.kind === 'link' ? (
            <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer">
              {piece.text}
            </a>
          ) : piece.kind === 'override' ? (
            <span key={index} className={styles.override} title={t('content.override')}>
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      </p>
      {isLong && (
        <UnstyledButton className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'content.showLess' : 'content.showAll', { count: text.length, characters: count })}
        </UnstyledButton>
      )}
    </>
  );
}
