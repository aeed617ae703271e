const morning = 9;
const evening = 19;

const atHour = (day: Date, hour: number, daysAhead = 0) =>
  new Date(day.getFullYear(), day.getMonth(), day.getDate() + daysAhead, hour);

export type SnoozeTime = { name: 'laterToday' | 'tomorrow' | 'monday'; until: Date };

/** The usual times to put a conversation away until, in the reader's time zone. Late in the day nothing is later today. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  const later = atHour(now, Math.max(now.getHours() + 3, morning));
  const monday = atHour(now, morning, ((8 - now.getDay()) % 7) || 7);
  const times: SnoozeTime[] = [
    { name: 'laterToday', until: later },
    { name: 'tomorrow', until: atHour(now, morning, 1) },
    { name: 'monday', until: monday },
  ];
  return now.getHours() + 3 <= evening ? times : times.slice(1);
}
