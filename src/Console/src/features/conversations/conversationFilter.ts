import type { ConversationStatus } from '../../api/types';

export const listOrders = ['newest', 'oldest', 'waiting', 'unread'] as const;

export type ListOrder = (typeof listOrders)[number];

/** What the API is asked for. */
export type ConversationFilter = {
  status?: ConversationStatus;
  claimedBy?: string;
  platform?: string;
  channelId?: string;
  label?: string;
  /** Minutes the customer has waited at least. */
  waiting?: number;
  sort?: ListOrder;
  q?: string;
};

export const inboxViews = ['mine', 'unassigned', 'all', 'snoozed', 'closed'] as const;

export type InboxView = (typeof inboxViews)[number];

export const statusChoices = ['open', 'pending', 'snoozed', 'closed', 'any'] as const;

/** The longest waits worth asking for, in minutes. */
export const waitingChoices = [5, 15, 60, 240, 1440] as const;

/** What the address bar holds: the tab, the narrowing within it, and the order. */
export type InboxSearch = {
  view?: InboxView;
  status?: (typeof statusChoices)[number];
  platform?: string;
  channelId?: string;
  label?: string;
  waiting?: number;
  sort?: ListOrder;
  q?: string;
};

/** Reads an address written by a person as well as one of ours: what makes no sense is left out. */
export function parseInboxSearch(raw: Record<string, unknown>): InboxSearch {
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);
  const oneOf = <T>(choices: readonly T[], value: unknown) => choices.find((choice) => choice === value);
  const minutes = Number(raw.waiting);
  return {
    view: oneOf(inboxViews, raw.view),
    status: oneOf(statusChoices, raw.status),
    platform: text(raw.platform),
    channelId: text(raw.channelId),
    label: text(raw.label),
    waiting: Number.isInteger(minutes) && minutes > 0 ? minutes : undefined,
    sort: oneOf(listOrders, raw.sort),
    q: text(raw.q),
  };
}

export const narrowings = ['status', 'platform', 'channelId', 'label', 'waiting'] as const;

export type Narrowing = (typeof narrowings)[number];

/** A state is asked for only where the tab does not say it. */
export const hasStatus = (view: InboxView) => view !== 'snoozed' && view !== 'closed';

/** The state a list shows unless another is chosen: whoever searches among all looks through the closed ones too. */
export const usualStatus = ({ view = 'all', q }: InboxSearch) => (view === 'all' && q ? 'any' : 'open');

export function filterOf({ view = 'all', status, ...narrowing }: InboxSearch): ConversationFilter {
  if (!hasStatus(view)) {
    return { ...narrowing, status: view as 'snoozed' | 'closed' };
  }
  const chosen = status ?? usualStatus({ view, q: narrowing.q });
  return {
    ...narrowing,
    status: chosen === 'any' ? undefined : chosen,
    claimedBy: view === 'mine' ? 'me' : view === 'unassigned' ? 'none' : undefined,
  };
}

/** The address of a list that was kept by what it asks for. */
export function searchOf({ status, claimedBy, ...narrowing }: ConversationFilter): InboxSearch {
  if (!claimedBy && (status === 'snoozed' || status === 'closed')) {
    return { ...narrowing, view: status };
  }
  const view = claimedBy === 'me' ? 'mine' : claimedBy === 'none' ? 'unassigned' : undefined;
  const search: InboxSearch = { ...narrowing, view };
  const chosen = status ?? 'any';
  return chosen === usualStatus(search) ? search : { ...search, status: chosen };
}

/** The same list gets the same key, whatever else the address holds. */
export const listKey = (search: InboxSearch) => JSON.stringify(filterOf(search));
