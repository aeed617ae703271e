import type { ReactNode } from 'react';
import styles from './Parts.module.css';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{title}</h2>
      <div className={styles.shown}>{children}</div>
    </section>
  );
}
