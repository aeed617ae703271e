import type { Channel, Conversation, Message } from '../api/types';
import type { Pages } from '../live/pages';

/** A moment on an ordinary day, so many minutes past noon. */
export const at = (minutes: number): string => new Date(Date.UTC(2026, 2, 3, 12, minutes)).toISOString();

export const message = (seq: number, changes: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  conversationId: 'c1',
  seq,
  direction: 'inbound',
  author: { kind: 'contact', id: 'p1', name: 'Olena' },
  content: { type: 'text', text: `text ${seq}` },
  replyTo: null,
  platformMessageId: null,
  status: 'received',
  error: null,
  sentAt: at(seq),
  createdAt: at(seq),
  late: false,
  editedAt: null,
  deletedAt: null,
  reactions: [],
  ...changes,
});

export const conversation = (id: string, minutes: number, changes: Partial<Conversation> = {}): Conversation => ({
  id,
  channel: { id: 'ch1', platform: 'telegram', name: 'Shop' },
  contact: { id: `p-${id}`, name: 'Olena', avatarUrl: null },
  status: 'open',
  claim: null,
  unread: 0,
  labels: [],
  lastMessage: null,
  windowClosesAt: null,
  snoozedUntil: null,
  createdAt: at(0),
  updatedAt: at(minutes),
  waitingSince: null,
  ...changes,
});

export const channel = (changes: Partial<Channel> = {}): Channel => ({
  id: 'ch1',
  platform: 'telegram',
  name: 'Shop',
  enabled: true,
  privacy: 'store',
  state: 'connected',
  detail: null,
  capabilities: ['text', 'image', 'audio', 'voice', 'video', 'file', 'buttons'],
  limits: {
    maxTextLength: 40,
    maxCaptionLength: 20,
    maxButtons: 3,
    maxButtonKeyBytes: 10,
    maxFileBytes: { image: 1000 },
    replyWindowSeconds: null,
    splitsText: true,
    hasMenu: true,
  },
  ...changes,
});

/** Pages as the cache holds them; `hasMore` leaves the last one with a cursor. */
export const pagesOf = <T>(pages: T[][], hasMore = false): Pages<T> => ({
  pages: pages.map((items, index) => ({ items, next: index < pages.length - 1 || hasMore ? `cursor${index}` : null })),
  pageParams: pages.map((_, index) => (index === 0 ? null : `cursor${index - 1}`)),
});
