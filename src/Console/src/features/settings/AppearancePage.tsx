import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { LanguageMenu } from '../../ui/LanguageMenu';
import { ContrastChoice, DensityChoice, ThemeChoice } from '../../ui/LookChoices';
import { PageFrame } from '../../ui/PageFrame';
import styles from './AppearancePage.module.css';

export function AppearancePage() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('settings.entry.appearance')} intro={t('appearance.intro')}>
      <Card>
        <Choice name={t('menu.theme')}>
          <ThemeChoice />
        </Choice>
        <Choice name={t('appearance.contrast')} hint={t('appearance.contrastHint')}>
          <ContrastChoice />
        </Choice>
        <Choice name={t('appearance.density')}>
          <DensityChoice />
        </Choice>
        <Choice name={t('menu.language')}>
          <LanguageMenu />
        </Choice>
        <Choice name={t('appearance.motion')} hint={t('appearance.motionHint')} />
      </Card>
    </PageFrame>
  );
}

function Choice({ name, hint, children }: { name: string; hint?: string; children?: ReactNode }) {
  return (
    <div className={styles.choice}>
      <div>
        <h2 className={styles.name}>{name}</h2>
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
      {children && <div className={styles.control}>{children}</div>}
    </div>
  );
}
