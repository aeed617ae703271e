import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseAppearance, useAppearance } from './appearance';

/** Light, dark, or as the system has it. */
export function ThemeChoice() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
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
  );
}

/** Stronger lines and inks, or as the system has it. */
export function ContrastChoice() {
  const { t } = useTranslation();
  const { contrast } = useAppearance();
  return (
    <SegmentedControl
      aria-label={t('appearance.contrast')}
      value={contrast}
      onChange={(value) => chooseAppearance({ contrast: value as typeof contrast })}
      data={[
        { value: 'auto', label: t('menu.themeAuto') },
        { value: 'more', label: t('appearance.contrastHigh') },
      ]}
    />
  );
}

/** How much room everything has. */
export function DensityChoice() {
  const { t } = useTranslation();
  const { density } = useAppearance();
  return (
    <SegmentedControl
      aria-label={t('appearance.density')}
      value={density}
      onChange={(value) => chooseAppearance({ density: value as typeof density })}
      data={[
        { value: 'comfortable', label: t('appearance.comfortable') },
        { value: 'compact', label: t('appearance.compact') },
      ]}
    />
  );
}
