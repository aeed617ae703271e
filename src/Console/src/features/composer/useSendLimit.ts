import type { Channel, Conversation } from '../../api/types';
import { useNow } from '../../ui/useNow';
import type { Draft } from './drafts';
import { type SendLimit, sendLimit } from './sendLimit';

/** What the platform says to the draft; a note never leaves, so it has no limit. */
export function useSendLimit(conversation: Conversation, channel: Channel | undefined, draft: Draft): SendLimit | null {
  const now = useNow();
  return draft.isNote ? null : sendLimit(conversation, channel?.limits, draft.text.trim(), now);
}
