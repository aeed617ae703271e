import type { QueryClient } from '@tanstack/react-query';
import type { Conversation, Me } from '../../api/types';
import { CountKeeper, type InboxCounts } from './inboxCounts';

const keepers = new WeakMap<QueryClient, CountKeeper>();
const due = new WeakSet<QueryClient>();

/** Counting again is for the sum of many changes. Half of the time is chance, so that fifty consoles do not ask at once. */
const recountAfter = () => 8000 + Math.random() * 8000;

/** Brings the counts of the views up to one change that the live feed told of. */
export function countChange(client: QueryClient, conversation: Conversation, find: () => Conversation | 'new' | undefined) {
  const counts = client.getQueryData<InboxCounts>(['counts']);
  const me = client.getQueryData<Me>(['me'])?.id;
  if (!counts || !me) {
    return;
  }
  let keeper = keepers.get(client);
  if (keeper?.me !== me) {
    keepers.set(client, (keeper = new CountKeeper(me)));
  }
  const change = keeper.apply(counts, conversation, find, Date.now());
  if (change.counts !== counts) {
    client.setQueryData(['counts'], change.counts);
  }
  if (change.isDoubtful && !due.has(client)) {
    due.add(client);
    setTimeout(() => {
      due.delete(client);
      void client.invalidateQueries({ queryKey: ['counts'] });
    }, recountAfter());
  }
}
