import styles from './ConversationRow.module.css';
import { piecesOf } from './searchWords';

/** Text with the words looked for marked in place; it is never markup. */
export function Marked({ text, words }: { text: string; words: string[] }) {
  if (words.length === 0) {
    return text;
  }
  return piecesOf(text, words).map((piece, index) =>
    piece.isMatch ? (
      <mark key={index} className={styles.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
