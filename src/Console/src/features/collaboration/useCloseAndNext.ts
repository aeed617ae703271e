import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Conversation, Page } from '../../api/types';
import { itemsOf } from '../../live/pages';
import { useAnnounce } from '../../ui/Notice';
import { useContactName } from '../conversations/contactName';
import { filterOf } from '../conversations/conversationFilter';
import { conversationListQuery, useConversationAction } from '../conversations/conversationQueries';
import { useInboxSearch } from '../conversations/useInbox';
import { useMe } from '../session/session';
import { wishToWrite } from './writingWish';
import { longestWaiting, nextWaiting } from './nextWaiting';

/** Closes the conversation, once what was written in it has left, and opens the next that waits. */
export function useCloseAndNext(conversation: Conversation): () => void {
  const client = useQueryClient();
  const me = useMe();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { t } = useTranslation();
  const { search } = useInboxSearch();
  const name = useContactName(conversation);
  const action = useConversationAction(conversation.id);

  const findNext = async () => {
    const list = itemsOf<Conversation>(client.getQueryData(conversationListQuery(filterOf(search)).queryKey));
    const next = nextWaiting(list, conversation.id, me.id);
    if (next) {
      return next;
    }
    const open = api.get<Page<Conversation>>('conversations', { query: { status: 'open', limit: 200 } });
    // Without an answer nobody is known to wait, and the closing says what is wrong.
    return longestWaiting((await open.catch(() => ({ items: [] }))).items, conversation.id, me.id);
  };

  const closeAndNext = async () => {
    wishToWrite(document.activeElement instanceof HTMLTextAreaElement);
    const [isSent, next] = [sendingEnds(client, conversation.id), await findNext()];
    if (next) {
      void navigate({ to: '/conversations/$conversationId', params: { conversationId: next.id }, search: (last) => last });
    } else {
      announce(t('next.none'));
      void navigate({ to: '/conversations', search: (last) => last });
    }
    if (await isSent) {
      action.mutate('close');
    } else {
      announce(t('next.notSent', { name }), 'bad');
    }
  };
  return () => void closeAndNext();
}

/** Waits until nothing written in a conversation is on its way any more; false when something was not taken. */
function sendingEnds(client: QueryClient, conversationId: string): Promise<boolean> {
  const cache = client.getMutationCache();
  const sendings = () => cache.findAll({ mutationKey: ['send', conversationId] }).map(({ state }) => state.status);
  return new Promise((resolve) => {
    const stop = cache.subscribe(() => settle());
    const settle = () => {
      if (!sendings().includes('pending')) {
        stop();
        resolve(!sendings().includes('error'));
      }
    };
    settle();
  });
}
