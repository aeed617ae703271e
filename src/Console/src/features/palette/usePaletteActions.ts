import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../i18n';
import { actionOf } from '../shortcuts/keyboard';
import { type Shortcut, shortcutTable } from '../shortcuts/shortcutTable';
import { everyLanguageQuery } from './paletteQueries';

export type PaletteAction = { shortcut: Shortcut; label: string; names: string[]; run: () => void };

const unlisted = new Set<string>(['palette', 'leave']);

/** Everything that works here and now, as it was when the palette opened, with its names in every language. */
export function usePaletteActions(): PaletteAction[] {
  const { t, i18n } = useTranslation();
  useQuery(everyLanguageQuery);
  const [bound] = useState(() =>
    shortcutTable.flatMap((shortcut) => {
      const run = unlisted.has(shortcut.name) ? undefined : actionOf(shortcut.press);
      return run ? [{ shortcut, run }] : [];
    }),
  );
  return bound.map(({ shortcut, run }) => ({
    shortcut,
    run,
    label: t(`shortcuts.${shortcut.name}`),
    names: Object.keys(languages).map((language) => i18n.getFixedT(language)(`shortcuts.${shortcut.name}`)),
  }));
}
