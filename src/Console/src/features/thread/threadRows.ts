import type { Message } from '../../api/types';

type Group = {
  /** The first of several in a row by one author; only it says who. */
  startsGroup: boolean;
  endsGroup: boolean;
};

export type MessageRow = Group & { kind: 'message'; key: string; message: Message };

/** Photos sent together, shown as one. */
export type AlbumRow = Group & { kind: 'album'; key: string; messages: Message[] };

export type ThreadRow =
  | { kind: 'day'; key: string; iso: string }
  | { kind: 'unread'; key: string }
  | { kind: 'event'; key: string; message: Message }
  | MessageRow
  | AlbumRow;

const pause = 5 * 60_000;
const albumPause = 60_000;

/** The time a reader should see: the platform's, or ours where there is none. */
export const shownTime = (message: Message): string => message.sentAt ?? message.createdAt;

const timeOf = (message: Message) => Date.parse(shownTime(message));

export const messagesOf = (row: ThreadRow): Message[] =>
  row.kind === 'album' ? row.messages : row.kind === 'message' || row.kind === 'event' ? [row.message] : [];

function isBySameAuthor(a: Message, b: Message): boolean {
  return a.direction === b.direction && a.author.kind === b.author.kind && a.author.id === b.author.id;
}

/** A photo whose place in an album hides nothing: what failed or was reacted to speaks for itself. */
const fitsAlbum = ({ content, deletedAt, reactions, status }: Message) =>
  content.type === 'image' &&
  !content.withheld &&
  content.media !== 'failed' &&
  !deletedAt &&
  reactions.length === 0 &&
  status !== 'failed' &&
  status !== 'unknown';

function belongsToAlbum(album: Message[], next: Message): boolean {
  const [first] = album;
  return (
    first !== undefined &&
    fitsAlbum(first) &&
    fitsAlbum(next) &&
    !next.replyTo &&
    isBySameAuthor(first, next) &&
    Math.abs(timeOf(next) - timeOf(first)) < albumPause
  );
}

type RowsOptions = {
  /** The first message nobody had read when the conversation was opened. */
  firstUnread: string | null;
  /** Whether there is more above: then nobody knows yet whether the first day begins here. */
  hasOlder: boolean;
};

/** The thread as rows: days, the unread mark, events, and messages in groups by one author. */
export function threadRows(messages: Message[], { firstUnread, hasOlder }: RowsOptions): ThreadRow[] {
  const rows: ThreadRow[] = [];
  const day = new DayWatch();
  let last: Message | undefined;
  let group: MessageRow | AlbumRow | undefined;

  for (const message of messages) {
    const startsDay = day.startsWith(message);
    if (startsDay && (last || !hasOlder)) {
      rows.push({ kind: 'day', key: `day-${message.id}`, iso: shownTime(message) });
    }
    const isFirstUnread = message.id === firstUnread;
    if (isFirstUnread) {
      rows.push({ kind: 'unread', key: 'unread' });
    }
    if (message.direction === 'event') {
      rows.push({ kind: 'event', key: message.id, message });
      group = undefined;
    } else {
      const continues = group && last && !startsDay && !isFirstUnread && isBySameAuthor(last, message) ? group : undefined;
      group = append(rows, message, continues && Math.abs(timeOf(message) - timeOf(last!)) < pause ? continues : undefined);
    }
    last = message;
  }
  return rows;
}

/** Adds a message to the group it continues, or begins another; returns the row it ended in. */
function append(rows: ThreadRow[], message: Message, continued: MessageRow | AlbumRow | undefined): MessageRow | AlbumRow {
  const album = continued && messagesOf(continued);
  if (continued && album && belongsToAlbum(album, message)) {
    const { startsGroup } = continued;
    const grown: AlbumRow = { kind: 'album', key: message.id, messages: [...album, message], startsGroup, endsGroup: true };
    rows[rows.length - 1] = grown;
    return grown;
  }
  if (continued) {
    continued.endsGroup = false;
  }
  const row: MessageRow = { kind: 'message', key: message.id, message, startsGroup: !continued, endsGroup: true };
  rows.push(row);
  return row;
}

/** Tells where a day begins, in the reader's time zone, looking at the calendar once a day. */
class DayWatch {
  #from = Infinity;
  #to = -Infinity;

  startsWith(message: Message): boolean {
    const time = timeOf(message);
    if (time >= this.#from && time < this.#to) {
      return false;
    }
    const midnight = new Date(time);
    this.#from = midnight.setHours(0, 0, 0, 0);
    this.#to = midnight.setDate(midnight.getDate() + 1);
    return true;
  }
}

/** The first of as many messages of the customer as were unread; `null` when it is not among these. */
export function findFirstUnread(messages: Message[], unread: number): Message | null {
  const inbound = messages.filter(({ direction, late }) => direction === 'inbound' && !late);
  return unread > 0 ? (inbound.at(-unread) ?? null) : null;
}
