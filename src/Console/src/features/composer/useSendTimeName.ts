import { useTranslation } from 'react-i18next';

/** A moment ahead with its day: `Tue 09:00`, `3 Mar 09:00`. */
export function useSendTimeName(): (at: Date) => string {
  const { i18n } = useTranslation();
  return (at) => {
    const isSoon = at.getTime() - Date.now() < 6 * 24 * 60 * 60_000;
    const day = isSoon ? ({ weekday: 'short' } as const) : ({ day: 'numeric', month: 'short' } as const);
    return new Intl.DateTimeFormat(i18n.language, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  };
}
