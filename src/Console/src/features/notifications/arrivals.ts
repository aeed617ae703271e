import type { Conversation, Message } from '../../api/types';
import type { NotificationPreferences } from './preferences';

/** One message somebody may want to be told of. */
export type Arrival = { conversation: Conversation; message: Message };

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Whether nothing may be heard or pop up now. Quiet hours may lead over midnight. */
export function isQuiet({ quiet, quietFrom, quietUntil, mutedUntil }: NotificationPreferences, now: Date): boolean {
  const [from, until, at] = [minutesOf(quietFrom), minutesOf(quietUntil), now.getHours() * 60 + now.getMinutes()];
  const isInHours = from <= until ? at >= from && at < until : at >= from || at < until;
  return now.getTime() < mutedUntil || (quiet && isInHours);
}

/**
 * Whether a message is for this person: a customer's, in what they hold or, if they want, what nobody holds. What is new opens its
 * conversation; in one that is over it was said before the channel came here.
 */
export function concerns({ conversation, message }: Arrival, me: string, unassigned: boolean, now: number): boolean {
  const { claim } = conversation;
  const holder = claim && Date.parse(claim.until) > now ? claim.operatorId : null;
  const isNew = message.direction === 'inbound' && conversation.status !== 'closed';
  return isNew && (holder === me || (holder === null && unassigned));
}

/** What to say of one conversation, or of several at once. */
export type Notice =
  | { kind: 'message'; arrival: Arrival }
  | { kind: 'messages'; count: number; arrival: Arrival }
  | { kind: 'conversations'; count: number; conversations: number };

const mostSeparate = 3;

/** Sums up a burst: one line for each conversation, and one for all when there would be too many. */
export function summarise(arrivals: Arrival[]): Notice[] {
  const byConversation = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    const { id } = arrival.conversation;
    byConversation.set(id, [...(byConversation.get(id) ?? []), arrival]);
  }
  if (byConversation.size > mostSeparate) {
    return [{ kind: 'conversations', count: arrivals.length, conversations: byConversation.size }];
  }
  return [...byConversation.values()].map((of): Notice =>
    of.length === 1 ? { kind: 'message', arrival: of[0]! } : { kind: 'messages', count: of.length, arrival: of.at(-1)! },
  );
}
