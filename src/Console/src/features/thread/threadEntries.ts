import type { Message } from '../../api/types';

export type ThreadEntry = {
  message: Message;
  /** The first of its day: a separator stands before it. */
  startsDay: boolean;
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

export function threadEntries(messages: Message[]): ThreadEntry[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    return {
      message,
      startsDay: !before || dayOf(before) !== dayOf(message),
      startsGroup: !belongTogether(before, message),
      endsGroup: !belongTogether(message, messages[index + 1]),
    };
  });
}
