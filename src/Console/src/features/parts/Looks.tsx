import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../../ui/appearance';
import { ContrastChoice, DensityChoice, ThemeChoice } from '../../ui/LookChoices';
import { Part } from './Part';

/** The schemes and densities, to see the parts in each. */
export function Looks({ onChange }: { onChange: () => void }) {
  const { t } = useTranslation();
  const { colorScheme } = useMantineColorScheme();
  const { contrast } = useAppearance();
  useEffect(onChange, [colorScheme, contrast]); // the page above measures again
  return (
    <Part title={t('parts.looks')}>
      <ThemeChoice />
      <ContrastChoice />
      <DensityChoice />
    </Part>
  );
}
