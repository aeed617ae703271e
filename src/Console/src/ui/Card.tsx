import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

type Props = { title?: string; tone?: 'good' | 'warn'; action?: ReactNode; children: ReactNode };

/** One matter of a page, with its name and what can be done about it. */
export function Card({ title, tone, action, children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} data-tone={tone} aria-labelledby={title && id}>
      {(title || action) && (
        <header className={styles.head}>
          {title && (
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
          )}
          {action}
        </header>
      )}
      {children}
    </section>
  );
}
