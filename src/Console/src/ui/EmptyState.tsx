import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

type Props = { icon: ReactNode; title: string; hint?: string; children?: ReactNode };

export function EmptyState({ icon, title, hint, children }: Props) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <p className={styles.title}>{title}</p>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </div>
  );
}
