import { useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useShortcuts } from './useShortcuts';

const Palette = lazy(async () => ({ default: (await import('../palette/Palette')).Palette }));
const ShortcutHelp = lazy(async () => ({ default: (await import('./ShortcutHelp')).ShortcutHelp }));

const pages = {
  'KeyG KeyC': '/conversations',
  'KeyG KeyP': '/contacts',
  'KeyG KeyR': '/reports',
  'KeyG KeyS': '/settings',
  '@notifications': '/settings/notifications',
};

type Props = { isHelpOpen: boolean; onHelp: (isOpen: boolean) => void };

/** What the keyboard does on every page: the palette, the help, the ways to the pages there are. */
export function GlobalKeys({ isHelpOpen, onHelp }: Props) {
  const router = useRouter();
  const navigate = useNavigate();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const help = () => onHelp(true);
  const ways = Object.entries(pages)
    .filter(([, path]) => path in router.routesByPath)
    .map(([press, path]) => [press, () => void navigate({ to: path })]);
  useShortcuts({ 'Mod+KeyK': () => setPaletteOpen(true), 'Shift+Slash': help, 'Mod+Slash': help, ...Object.fromEntries(ways) });

  return (
    <Suspense>
      {isPaletteOpen && <Palette onClose={() => setPaletteOpen(false)} />}
      {isHelpOpen && <ShortcutHelp onClose={() => onHelp(false)} />}
    </Suspense>
  );
}
