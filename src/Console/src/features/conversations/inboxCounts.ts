import type { Conversation } from '../../api/types';
import type { InboxView } from './conversationFilter';
import { ownerOf } from './listOrder';

/** As the API counts: `open` is what the view "all" shows. */
export type InboxCounts = { mine: number; unassigned: number; open: number; snoozed: number; closed: number };

export const countOf = (counts: InboxCounts, view: InboxView) => counts[view === 'all' ? 'open' : view];

/** What of a conversation decides where it is counted. */
type Counted = { status: Conversation['status']; owner: string };

const most = 20_000;

/**
 * Follows how many conversations each view holds from what the live feed tells. A change of one whose state before is known is
 * counted at once; of any other only the server can tell.
 */
export class CountKeeper {
  readonly me: string;
  readonly #known = new Map<string, Counted>();

  constructor(me: string) {
    this.me = me;
  }

  /** The counts after a change, and whether the server had better be asked some time; `find` tells what a list still shows. */
  apply(counts: InboxCounts, conversation: Conversation, find: () => Conversation | 'new' | undefined, now: number) {
    const after = countedAs(conversation, now);
    const last = this.#known.get(conversation.id) ?? this.#countedOf(find(), now);
    this.#keep(conversation.id, after);
    if (last === undefined) {
      return { counts, isDoubtful: true };
    }
    if (last !== 'new' && last.status === after.status && last.owner === after.owner) {
      return { counts, isDoubtful: false };
    }
    const changed = { ...counts };
    if (last !== 'new') {
      this.#add(changed, last, -1);
    }
    this.#add(changed, after, 1);
    return { counts: changed, isDoubtful: true };
  }

  #countedOf(before: Conversation | 'new' | undefined, now: number) {
    return before === undefined || before === 'new' ? before : countedAs(before, now);
  }

  #keep(id: string, counted: Counted) {
    this.#known.delete(id);
    this.#known.set(id, counted);
    if (this.#known.size > most) {
      this.#known.delete(this.#known.keys().next().value!);
    }
  }

  #add(counts: InboxCounts, { status, owner }: Counted, step: 1 | -1) {
    if (status === 'open') {
      counts.open += step;
      counts.mine += owner === this.me ? step : 0;
      counts.unassigned += owner === 'none' ? step : 0;
    } else if (status !== 'pending') {
      counts[status] += step;
    }
  }
}

const countedAs = (conversation: Conversation, now: number): Counted => ({
  status: conversation.status,
  owner: ownerOf(conversation, now),
});
