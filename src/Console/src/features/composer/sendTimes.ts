export type SendTime = { name: 'inAnHour' | 'thisEvening' | 'tomorrowMorning' | 'monday'; at: Date };

const hour = 60 * 60_000;

function atClock(now: Date, days: number, clock: number): Date {
  const time = new Date(now);
  time.setDate(time.getDate() + days);
  time.setHours(clock, 0, 0, 0);
  return time;
}

/** Times people often mean by "later", in the reader's time zone; only those that still make sense. */
export function sendTimes(now: Date): SendTime[] {
  const times: SendTime[] = [{ name: 'inAnHour', at: new Date(Math.ceil((now.getTime() + hour) / 300_000) * 300_000) }];
  const evening = atClock(now, 0, 18);
  if (evening.getTime() - now.getTime() > 2 * hour) {
    times.push({ name: 'thisEvening', at: evening });
  }
  times.push({ name: 'tomorrowMorning', at: atClock(now, 1, 9) });
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  if (untilMonday > 1) {
    times.push({ name: 'monday', at: atClock(now, untilMonday, 9) });
  }
  return times;
}

/** A moment as `<input type="datetime-local">` writes it. */
export function toLocalInput(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`;
}
