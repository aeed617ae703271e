import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseAppearance, useAppearance } from '../../ui/appearance';
import { Card } from '../../ui/Card';
import { LanguageMenu } from '../../ui/LanguageMenu';
import { PageFrame } from '../../ui/PageFrame';
import styles from './AppearancePage.module.css';

export function AppearancePage() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { contrast, density } = useAppearance();
  return (
    <PageFrame title={t('settings.entry.appearance')} intro={t('appearance.intro')}>
      <Card>
        <Choice name={t('menu.theme')}>
          <SegmentedControl
            aria-label={t('menu.theme')}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as typeof colorScheme)}
            data={[
              { value: 'auto', label: t('menu.themeAuto') },
              { value: 'light', label: t('menu.themeLight') },
              { value: 'dark', label: t('menu.themeDark') },
            ]}
          />
        </Choice>
        <Choice name={t('appearance.contrast')} hint={t('appearance.contrastHint')}>
          <SegmentedControl
            aria-label={t('appearance.contrast')}
            value={contrast}
            onChange={(value) => chooseAppearance({ contrast: value as typeof contrast })}
            data={[
              { value: 'auto', label: t('menu.themeAuto') },
              { value: 'more', label: t('appearance.contrastHigh') },
            ]}
          />
        </Choice>
        <Choice name={t('appearance.density')}>
          <SegmentedControl
            aria-label={t('appearance.density')}
            value={density}
            onChange={(value) => chooseAppearance({ density: value as typeof density })}
            data={[
              { value: 'comfortable', label: t('appearance.comfortable') },
              { value: 'compact', label: t('appearance.compact') },
            ]}
          />
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
