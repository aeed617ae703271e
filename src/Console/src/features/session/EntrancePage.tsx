import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageMenu } from '../../ui/LanguageMenu';
import styles from './EntrancePage.module.css';

/** The quiet page around signing in and setting up. */
export function EntrancePage({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.brand}>
          <img src="/icon.svg" alt="" width={36} height={36} />
          {t('app.name')}
        </p>
        <h1 className={styles.title}>{title}</h1>
        {intro && <p className={styles.intro}>{intro}</p>}
        {children}
      </div>
      <footer className={styles.footer}>
        <LanguageMenu />
      </footer>
    </main>
  );
}
