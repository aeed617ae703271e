import { fill, type Language } from '../i18n';

export const dayOf = (at: string): string => new Date(at).toDateString();

/** Today, yesterday, or the date. */
export function dayName(at: string, { locale, texts }: Language, now = new Date()): string {
  const date = new Date(at);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days === 0) {
    return texts.today;
  }
  return days === 1
    ? texts.yesterday
    : date.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: date.getFullYear() === now.getFullYear() ? undefined : 'numeric' });
}

export const clock = (at: string, { locale }: Language): string =>
  new Date(at).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });

/** When somebody is there again: the hour where it is today, else the day too. */
export function opening(at: string, language: Language, now = new Date()): string {
  const format: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  const date = new Date(at);
  const time = date.toLocaleString(language.locale, date.toDateString() === now.toDateString() ? format : { ...format, weekday: 'long' });
  return fill(language.texts.opensAt, { time });
}

function startOfDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}
