import type { ReactNode } from 'react';
import styles from './FactRow.module.css';

/** A fact by its name. */
export function FactRow({ label, action, children }: { label: string; action?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt className={styles.label} title={label}>
        {label}
      </dt>
      <dd className={styles.value}>
        {children}
        {action}
      </dd>
    </div>
  );
}
