const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0);

/** How many midnights lie between two moments, in the reader's time zone. */
const midnightsBetween = (earlier: number, later: number) => Math.round((startOfDay(later) - startOfDay(earlier)) / day);

export const clockTime = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso));

export const fullTime = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' }).format(new Date(iso));

/** A day separator: the words for today and yesterday are the caller's. */
export function dayName(iso: string, now: number, locale: string, words: { today: string; yesterday: string }): string {
  const time = Date.parse(iso);
  const days = midnightsBetween(time, now);
  if (days === 0) {
    return words.today;
  }
  if (days === 1) {
    return words.yesterday;
  }
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year }).format(time);
}

/** When something happened, as short as it can be said: `14:02`, `Tue`, `3 Mar`, `3 Mar 2024`. */
export function shortTime(iso: string, now: number, locale: string): string {
  const time = Date.parse(iso);
  const days = midnightsBetween(time, now);
  if (days <= 0) {
    return clockTime(iso, locale);
  }
  if (days < 7) {
    return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(time);
  }
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: isThisYear ? undefined : 'numeric' }).format(
    time,
  );
}

/** A moment ahead: the clock today, with the day when it is another. */
export function untilTime(iso: string, now: number, locale: string): string {
  const clock = clockTime(iso, locale);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(Date.parse(iso));
  return midnightsBetween(now, Date.parse(iso)) === 0 ? clock : `${weekday} ${clock}`;
}

/** How long it has lasted, in its largest unit: `5 min`, `3 h`, `2 days`. */
export function duration(iso: string, now: number, locale: string, unitDisplay: 'short' | 'long' = 'short'): string {
  const elapsed = Math.max(0, now - Date.parse(iso));
  const [unit, length] = elapsed < hour ? (['minute', minute] as const) : elapsed < day ? (['hour', hour] as const) : (['day', day] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }).format(Math.floor(elapsed / length));
}

/** Waiting grows from calm to urgent; an hour without an answer is too long anywhere. */
export function urgency(waitingSince: string, now: number): 'calm' | 'soon' | 'late' {
  const elapsed = now - Date.parse(waitingSince);
  return elapsed < 10 * minute ? 'calm' : elapsed < hour ? 'soon' : 'late';
}
