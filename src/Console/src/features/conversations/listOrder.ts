import type { Conversation } from '../../api/types';
import { itemsOf, mapItems, type Pages } from '../../live/pages';
import type { ConversationFilter, ListOrder } from './conversationFilter';

type Compare = (a: Conversation, b: Conversation) => number;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const waitingFrom = ({ waitingSince }: Conversation) => (waitingSince ? Date.parse(waitingSince) : Infinity);

/** Newest activity first; ids break ties so that two browsers agree. */
export const byActivity: Compare = (a, b) =>
  Date.parse(b.updatedAt) - Date.parse(a.updatedAt) || byText(b.id, a.id);

/** The server's orders. */
export const comparers: Record<ListOrder, Compare> = {
  newest: byActivity,
  oldest: (a, b) => byActivity(b, a),
  waiting: (a, b) => (waitingFrom(a) === waitingFrom(b) ? byText(a.id, b.id) : waitingFrom(a) - waitingFrom(b)),
  unread: (a, b) => Number(b.unread > 0) - Number(a.unread > 0) || byActivity(a, b),
};

/** Who holds a conversation now: an operator's id, or `none`. */
export function ownerOf({ claim }: Conversation, now: number): string {
  return claim && Date.parse(claim.until) > now ? claim.operatorId : 'none';
}

/** Whether a conversation belongs to a list. A full-text search cannot be judged here: `unknown`. */
export function belongs(
  conversation: Conversation,
  filter: ConversationFilter,
  me: string,
  now: number = Date.now(),
): boolean | 'unknown' {
  const { status, claimedBy, platform, channelId, label, waiting, q } = filter;
  const fits =
    (!status || conversation.status === status) &&
    (!claimedBy || ownerOf(conversation, now) === (claimedBy === 'me' ? me : claimedBy)) &&
    (!platform || conversation.channel.platform === platform) &&
    (!channelId || conversation.channel.id === channelId) &&
    (!label || conversation.labels.includes(label)) &&
    (!waiting || waitingFrom(conversation) <= now - waiting * 60_000);
  return fits && q ? 'unknown' : fits;
}

/** Puts a conversation where the order says, moves it there, or takes it out. */
export function placeConversation(
  pages: Pages<Conversation>,
  conversation: Conversation,
  fits: boolean | 'unknown',
  order: ListOrder = 'newest',
): Pages<Conversation> {
  const known = itemsOf(pages).find((item) => item.id === conversation.id);
  if ((known && isOlder(conversation, known)) || (!known && fits !== true)) {
    return pages;
  }

  const rest = mapItems(pages, (items) =>
    items.some((item) => item.id === conversation.id) ? items.filter((item) => item.id !== conversation.id) : items,
  );
  // What was found by a search stays what was found.
  const current = known?.match ? { ...conversation, match: known.match } : conversation;
  return fits === false ? rest : insert(rest, current, comparers[order]);
}

function isOlder(conversation: Conversation, known: Conversation): boolean {
  return Date.parse(conversation.updatedAt) < Date.parse(known.updatedAt);
}

function insert(pages: Pages<Conversation>, conversation: Conversation, compare: Compare): Pages<Conversation> {
  let placed = false;
  const last = pages.pages.at(-1);
  return {
    ...pages,
    pages: pages.pages.map((page) => {
      const before = placed ? -1 : page.items.findIndex((item) => compare(conversation, item) < 0);
      // Behind everything read so far it belongs to a page still to come, unless there is none.
      const atEnd = !placed && before < 0 && page === last && page.next === null;
      if (before < 0 && !atEnd) {
        return page;
      }
      placed = true;
      return { ...page, items: page.items.toSpliced(atEnd ? page.items.length : before, 0, conversation) };
    }),
  };
}

export type HeldRow = { conversation: Conversation; hasLeft: boolean };

/**
 * The list in an order kept from before: what moved or left stays put, older pages are added, what is new to the top waits.
 */
export function holdOrder(current: Conversation[], order: Conversation[]): HeldRow[] {
  const byId = new Map(current.map((conversation) => [conversation.id, conversation]));
  const known = new Set(order.map(({ id }) => id));
  const kept = order.map((was) => ({ conversation: byId.get(was.id) ?? was, hasLeft: !byId.has(was.id) }));
  const older = current.slice(current.findLastIndex(({ id }) => known.has(id)) + 1);
  return [...kept, ...older.map((conversation) => ({ conversation, hasLeft: false }))];
}
