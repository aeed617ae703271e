import type { Message } from '../../api/types';
import { itemsOf, mapItems, type Pages } from '../../live/pages';

/**
 * Adds or replaces a message. The first page is the newest and every page runs from old to new. Returns `null` for a message
 * whose place only the server knows: one that arrived late. A part that does not reach the newest has no place for it yet.
 */
export function placeMessage(pages: Pages<Message>, message: Message): Pages<Message> | null {
  if (itemsOf(pages).some((item) => item.id === message.id)) {
    return mapItems(pages, (items) =>
      items.some((item) => item.id === message.id)
        ? items.map((item) => (item.id === message.id ? message : item))
        : items,
    );
  }
  const [newest, ...older] = pages.pages;
  if (message.late || !newest) {
    return null;
  }
  if (newest.previous) {
    return pages;
  }
  const before = newest.items.findLastIndex((item) => item.seq < message.seq) + 1;
  return { ...pages, pages: [{ ...newest, items: newest.items.toSpliced(before, 0, message) }, ...older] };
}

/** The thread as it reads: oldest first. */
export const inReadingOrder = (pages: Pages<Message>): Message[] => pages.pages.toReversed().flatMap((page) => page.items);

/** The newest pages alone: what is kept of a thread nobody looks at any more. */
export const newestPages = (pages: Pages<Message>, count: number): Pages<Message> =>
  pages.pages.length <= count
    ? pages
    : { ...pages, pages: pages.pages.slice(0, count), pageParams: pages.pageParams.slice(0, count) };
