import { useTranslation } from 'react-i18next';
import { clockTime, fullTime, shortTime } from './time';
import { useNow } from './useNow';

type Props = { iso: string; className?: string };

/** The hour and minute; the whole date on hover and for assistive technology. */
export function ClockTime({ iso, className }: Props) {
  const { i18n } = useTranslation();
  return (
    <time className={className} dateTime={iso} title={fullTime(iso, i18n.language)}>
      {clockTime(iso, i18n.language)}
    </time>
  );
}

/** As short as it can be said today. */
export function ShortTime({ iso, className }: Props) {
  const { i18n } = useTranslation();
  return (
    <time className={className} dateTime={iso} title={fullTime(iso, i18n.language)}>
      {shortTime(iso, useNow(), i18n.language)}
    </time>
  );
}
