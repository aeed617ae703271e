import { IconBrandTelegram, IconHeadset } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { deskFormOf } from './deskForms';

const icons: Record<string, typeof IconHeadset> = { telegram: IconBrandTelegram };

/** A kind's name in the reader's language; a kind from a plug-in is called what it calls itself. */
export function useKindName(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const form = deskFormOf(kind);
    return form ? t(form.name) : kind;
  };
}

/** Its name stands beside it. */
export function DeskIcon({ kind, size }: { kind: string; size: number }) {
  const Icon = icons[kind] ?? IconHeadset;
  return <Icon size={size} stroke={1.8} aria-hidden />;
}
