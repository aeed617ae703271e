import type { Message } from '../../api/types';

export type ThreadEntry = {
  message: Message;
  /** The first of several in a row by one author; only it says who. */
  startsGroup: boolean;
  endsGroup: boolean;
};

const pause = 5 * 60_000;

/** The time a reader should see: the platform's, or ours where there is none. */
export const shownTime = (message: Message): string => message.sentAt ?? message.createdAt;

const dayOf = (message: Message) => new Date(shownTime(message)).toDateString();

function belongTogether(a: Message | undefined, b: Message | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.direction !== 'event' &&
    a.direction === b.direction &&
    a.author.kind === b.author.kind &&
    a.author.id === b.author.id &&
    dayOf(a) === dayOf(b) &&
    Math.abs(Date.parse(shownTime(b)) - Date.parse(shownTime(a))) < pause
  );
}

export type ThreadDay = { iso: string; entries: ThreadEntry[] };

/** The thread by days, for the separators that stay in view while their day is read. */
export function threadDays(messages: Message[]): ThreadDay[] {
  const days: ThreadDay[] = [];
  for (const entry of threadEntries(messages)) {
    const day = days.at(-1);
    if (day && dayOf(day.entries[0]!.message) === dayOf(entry.message)) {
      day.entries.push(entry);
    } else {
      days.push({ iso: shownTime(entry.message), entries: [entry] });
    }
  }
  return days;
}

function threadEntries(messages: Message[]): ThreadEntry[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    return {
      message,
      startsGroup: !belongTogether(before, message),
      endsGroup: !belongTogether(message, messages[index + 1]),
    };
  });
}
