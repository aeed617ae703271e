import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '../../api/types';
import { useNow } from '../../ui/useNow';
import { channelsQuery } from '../channels/channelQueries';
import type { Draft } from './drafts';
import { type SendLimit, sendLimit } from './sendLimit';

/** What the platform says to the draft; a note never leaves, so it has no limit. */
export function useSendLimit(conversation: Conversation, draft: Draft): SendLimit | null {
  const now = useNow();
  const { data: channels } = useQuery(channelsQuery);
  const channel = channels?.find(({ id }) => id === conversation.channel.id);
  return draft.isNote ? null : sendLimit(conversation, channel?.limits, draft.text.trim(), now);
}
