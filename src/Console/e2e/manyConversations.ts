import type { Page } from 'playwright-core';

/** More than the console asks for, so that the scrolling is measured and not the answering. */
const pageSize = 500;

/** Answers for the inbox in the server's place, with as many conversations as are asked for. */
export async function serveManyConversations(page: Page, count: number) {
  const now = Date.now();
  await page.route(
    (address) => address.pathname === '/api/v1/conversations',
    (route) => {
      const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
      const to = Math.min(count, from + pageSize);
      const items = Array.from({ length: to - from }, (_, index) => conversation(from + index, now));
      return route.fulfill({ json: { items, next: to < count ? String(to) : null } });
    },
  );
}

function conversation(index: number, now: number) {
  const at = new Date(now - index * 60_000).toISOString();
  const id = `many-${index}`;
  return {
    id,
    channel: { id: 'many', platform: ['telegram', 'viber', 'whatsapp'][index % 3], name: 'Shop' },
    contact: { id: `contact-${index}`, name: `Customer ${index}`, avatarUrl: null },
    status: 'open',
    claim: null,
    unread: index % 4,
    labels: index % 5 === 0 ? ['vip'] : [],
    lastMessage: {
      id: `message-${index}`,
      conversationId: id,
      seq: 1,
      direction: 'inbound',
      author: { kind: 'contact', id: `contact-${index}`, name: `Customer ${index}` },
      content: { type: 'text', text: `Message ${index}: when will my order come, please?` },
      replyTo: null,
      platformMessageId: null,
      status: 'received',
      error: null,
      sentAt: at,
      createdAt: at,
      late: false,
      editedAt: null,
      deletedAt: null,
      reactions: [],
    },
    windowClosesAt: null,
    snoozedUntil: null,
    createdAt: at,
    updatedAt: at,
    waitingSince: index % 2 === 0 ? at : null,
  };
}
