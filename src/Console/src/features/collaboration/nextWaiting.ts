import type { Conversation } from '../../api/types';

const mayAnswer = ({ claim }: Conversation, me: string, now: number) =>
  !claim || claim.operatorId === me || Date.parse(claim.until) <= now;

/** Whom to answer after a conversation: the next one down the list whose customer waits for us, then from its top. */
export function nextWaiting(list: Conversation[], after: string, me: string, now: number = Date.now()): Conversation | undefined {
  const at = list.findIndex(({ id }) => id === after);
  return [...list.slice(at + 1), ...list.slice(0, Math.max(0, at))].find(
    (conversation) => conversation.waitingSince && conversation.status === 'open' && mayAnswer(conversation, me, now),
  );
}

/** Where the list at hand has nobody: whoever has waited longest. */
export const longestWaiting = (list: Conversation[], after: string, me: string): Conversation | undefined =>
  nextWaiting(
    list.filter(({ id, waitingSince }) => id !== after && waitingSince).toSorted((a, b) => Date.parse(a.waitingSince!) - Date.parse(b.waitingSince!)),
    after,
    me,
  );
