import styles from './Content.module.css';

const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'»])/;

/** Plain text with its line breaks; addresses become links. */
export function RichText({ text }: { text: string }) {
  return (
    <p className={styles.text} dir="auto">
      {text.split(address).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
