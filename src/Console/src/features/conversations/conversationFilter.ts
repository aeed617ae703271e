import type { ConversationStatus } from '../../api/types';

/** What the API is asked for. */
export type ConversationFilter = {
  status?: ConversationStatus;
  claimedBy?: string;
  platform?: string;
  channelId?: string;
  label?: string;
  q?: string;
};

export const inboxViews = ['mine', 'unassigned', 'all', 'closed'] as const;

export type InboxView = (typeof inboxViews)[number];

/** What the address bar holds: the tab and the narrowing within it. */
export type InboxSearch = {
  view?: InboxView;
  status?: 'pending' | 'snoozed';
  channelId?: string;
  label?: string;
  q?: string;
};

/** Reads an address written by a person as well as one of ours: what makes no sense is left out. */
export function parseInboxSearch(raw: Record<string, unknown>): InboxSearch {
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);
  return {
    view: inboxViews.find((view) => view === raw.view),
    status: raw.status === 'pending' || raw.status === 'snoozed' ? raw.status : undefined,
    channelId: text(raw.channelId),
    label: text(raw.label),
    q: text(raw.q),
  };
}

export function filterOf({ view = 'all', status, channelId, label, q }: InboxSearch): ConversationFilter {
  const narrowing = { channelId, label, q };
  switch (view) {
    case 'mine':
      return { ...narrowing, status: status ?? 'open', claimedBy: 'me' };
    case 'unassigned':
      return { ...narrowing, status: status ?? 'open', claimedBy: 'none' };
    case 'all':
      // Whoever searches among all looks through the closed ones too.
      return { ...narrowing, status: status ?? (q ? undefined : 'open') };
    case 'closed':
      return { ...narrowing, status: 'closed' };
  }
}
