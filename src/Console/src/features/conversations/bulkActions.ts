import type { Conversation } from '../../api/types';

export type BulkAction =
  | { kind: 'claim' }
  | { kind: 'assign'; operatorId: string }
  | { kind: 'label'; label: string }
  | { kind: 'snooze'; until: string }
  | { kind: 'close' };

export type Call = { path: string; body?: object };

/** What to ask of the server for one conversation; null where it is so already. */
export function callOf(action: BulkAction, { claim, labels, status }: Conversation): Call | null {
  switch (action.kind) {
    case 'claim':
      return { path: 'claim' };
    case 'assign':
      return claim?.operatorId === action.operatorId ? null : { path: 'transfer', body: { operatorId: action.operatorId } };
    case 'label':
      return labels.includes(action.label) ? null : { path: 'labels', body: { add: [action.label] } };
    case 'snooze':
      return { path: 'snooze', body: { until: action.until } };
    case 'close':
      return status === 'closed' ? null : { path: 'close' };
  }
}

/** What takes it back, given how the conversation was; null where nothing changed. */
export function undoOf(action: BulkAction, { claim, status, snoozedUntil }: Conversation): Call | null {
  switch (action.kind) {
    case 'claim':
      return claim ? null : { path: 'release' };
    case 'assign':
      return claim ? { path: 'transfer', body: { operatorId: claim.operatorId } } : { path: 'release' };
    case 'label':
      return { path: 'labels', body: { remove: [action.label] } };
    case 'snooze':
    case 'close':
      if (status === 'snoozed' && snoozedUntil) {
        return { path: 'snooze', body: { until: snoozedUntil } };
      }
      return { path: status === 'closed' ? 'close' : 'reopen' };
  }
}

/** When the working day begins, so many days from now. */
export function morning(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9);
}

/** The next Monday morning, never today's. */
export const nextMonday = (now: Date): Date => morning(now, (8 - now.getDay()) % 7 || 7);
