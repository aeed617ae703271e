import type { Conversation } from '../../api/types';
import { itemsOf, mapItems, type Pages } from '../../live/pages';
import type { ConversationFilter } from './conversationFilter';

/** Newest activity first; ids break ties so that two browsers agree. */
export function byActivity(a: Conversation, b: Conversation): number {
  return Date.parse(b.updatedAt) - Date.parse(a.updatedAt) || b.id.localeCompare(a.id);
}

/** Whether a conversation belongs to a list. A full-text search cannot be judged here: `unknown`. */
export function belongs(
  conversation: Conversation,
  filter: ConversationFilter,
  me: string,
  now: number = Date.now(),
): boolean | 'unknown' {
  const { status, claimedBy, platform, channelId, label, q } = filter;
  const { claim } = conversation;
  const owner = claim && Date.parse(claim.until) > now ? claim.operatorId : 'none';
  const fits =
    (!status || conversation.status === status) &&
    (!claimedBy || owner === (claimedBy === 'me' ? me : claimedBy)) &&
    (!platform || conversation.channel.platform === platform) &&
    (!channelId || conversation.channel.id === channelId) &&
    (!label || conversation.labels.includes(label));
  return fits && q ? 'unknown' : fits;
}

/** Puts a conversation where its activity says, moves it there, or takes it out. */
export function placeConversation(
  pages: Pages<Conversation>,
  conversation: Conversation,
  fits: boolean | 'unknown',
): Pages<Conversation> {
  const known = itemsOf(pages).find((item) => item.id === conversation.id);
  if ((known && isOlder(conversation, known)) || (!known && fits !== true)) {
    return pages;
  }

  const rest = mapItems(pages, (items) =>
    items.some((item) => item.id === conversation.id) ? items.filter((item) => item.id !== conversation.id) : items,
  );
  return fits === false ? rest : insert(rest, conversation);
}

function isOlder(conversation: Conversation, known: Conversation): boolean {
  return Date.parse(conversation.updatedAt) < Date.parse(known.updatedAt);
}

function insert(pages: Pages<Conversation>, conversation: Conversation): Pages<Conversation> {
  let placed = false;
  const last = pages.pages.at(-1);
  return {
    ...pages,
    pages: pages.pages.map((page) => {
      const before = placed ? -1 : page.items.findIndex((item) => byActivity(conversation, item) < 0);
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

/** The list in an order kept from before: what moved stays put, older pages are added, what is new to the top waits. */
export function holdOrder(current: Conversation[], order: string[]): Conversation[] {
  const byId = new Map(current.map((conversation) => [conversation.id, conversation]));
  const kept = order.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(order);
  const older = current.slice(current.findLastIndex(({ id }) => known.has(id)) + 1);
  return [...kept, ...older];
}
