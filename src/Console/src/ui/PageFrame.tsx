import type { ReactNode } from 'react';
import styles from './PageFrame.module.css';
import { usePageTitle } from './usePageTitle';

/** A page of one column: title, what it is for, the main action, the rest. */
export function PageFrame({ title, intro, action, children }: { title: string; intro: string; action?: ReactNode; children: ReactNode }) {
  usePageTitle(title);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.head}>
          <div>
            <h1 className={styles.title}>{title}</h1>
            <p className={styles.intro}>{intro}</p>
          </div>
          {action}
        </header>
        {children}
      </div>
    </main>
  );
}
