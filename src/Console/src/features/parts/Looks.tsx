import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseAppearance, useAppearance } from '../../ui/appearance';
import { Part } from './Part';

/** The schemes and densities, to see the parts in each. */
export function Looks({ onChange }: { onChange: () => void }) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { contrast, density } = useAppearance();
  useEffect(onChange, [colorScheme, contrast]); // the page above measures again
  return (
    <Part title={t('parts.looks')}>
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
      <SegmentedControl
        aria-label={t('parts.contrast')}
        value={contrast}
        onChange={(value) => chooseAppearance({ contrast: value as typeof contrast })}
        data={[
          { value: 'auto', label: t('menu.themeAuto') },
          { value: 'more', label: t('parts.more') },
        ]}
      />
      <SegmentedControl
        aria-label={t('parts.density')}
        value={density}
        onChange={(value) => chooseAppearance({ density: value as typeof density })}
        data={[
          { value: 'comfortable', label: t('parts.comfortable') },
          { value: 'compact', label: t('parts.compact') },
        ]}
      />
    </Part>
  );
}
