import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

type Props = { title: string; aside?: ReactNode; children: ReactNode };

/** A part of the page with its heading. */
export function Card({ title, aside, children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
