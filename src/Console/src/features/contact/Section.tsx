import { type ReactNode, useId } from 'react';
import styles from './ContactProfile.module.css';

/** A part of a profile under its name. */
export function Section({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id} className={styles.name}>
        {name}
      </h3>
      {children}
    </section>
  );
}
