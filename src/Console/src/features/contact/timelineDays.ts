import type { Message } from '../../api/types';

export type TimelineDay = { iso: string; messages: Message[] };

/** The time a reader should see: the platform's, or ours where there is none. */
export const timeOf = (message: Message): string => message.sentAt ?? message.createdAt;

/** Pages come newest first, each oldest to newest; the days read from the oldest on. */
export function timelineDays(pages: { items: Message[] }[]): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const message of pages.toReversed().flatMap(({ items }) => items)) {
    const iso = timeOf(message);
    const day = days.at(-1);
    if (day && new Date(day.iso).toDateString() === new Date(iso).toDateString()) {
      day.messages.push(message);
    } else {
      days.push({ iso, messages: [message] });
    }
  }
  return days;
}
