import { useQuery } from '@tanstack/react-query';
import type { Claim } from '../../api/types';
import { useNow } from '../../ui/useNow';
import { conversationQuery } from '../conversations/conversationQueries';
import { useMe } from '../session/session';

/** Who holds a conversation, and what that means for the one at this page. */
export type Holder = { claim: Claim | null; isMine: boolean; isOthers: boolean; mayTakeOver: boolean };

export function useHolder(conversationId: string): Holder {
  const me = useMe();
  const now = useNow();
  const { data } = useQuery(conversationQuery(conversationId));
  const claim = data?.claim && Date.parse(data.claim.until) > now ? data.claim : null;
  const isOthers = claim !== null && claim.operatorId !== me.id;
  return { claim, isMine: claim !== null && !isOthers, isOthers, mayTakeOver: isOthers && me.role === 'admin' };
}
