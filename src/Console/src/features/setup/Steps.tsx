import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Step } from './settingFields';
import styles from './Steps.module.css';

export function Steps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps}>
      {steps.map(({ text, link }) => (
        <li key={text} className={styles.step}>
          <span>{t(text)}</span>
          {link && (
            <a href={link} target="_blank" rel="noreferrer" className={styles.link}>
              {t('setup.open')} {new URL(link).host}
              <IconExternalLink size={14} aria-hidden />
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}
