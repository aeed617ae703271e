import type { QueryClient } from '@tanstack/react-query';
import type { Channel, Claim, Conversation, Me, Message, Operator } from '../api/types';
import type { ConversationFilter } from '../features/conversations/conversationFilter';
import { belongs, placeConversation } from '../features/conversations/listOrder';
import { placeMessage } from '../features/thread/messageCache';
import type { LiveEvent, Viewer } from './events';
import { itemsOf, type Pages } from './pages';

/** Brings the query cache up to one live event. */
export function applyEvent(client: QueryClient, event: LiveEvent): void {
  switch (event.type) {
    case 'message.created':
    case 'message.updated':
      applyMessage(client, event.data);
      void client.invalidateQueries({ queryKey: ['timeline'] });
      break;
    case 'conversation.created':
    case 'conversation.updated':
      applyConversation(client, event.data);
      break;
    case 'conversation.claimed':
    case 'conversation.released':
      applyClaim(client, event.data.conversationId, event.data.claim);
      break;
    case 'channel.updated':
      client.setQueryData<Channel[]>(['channels'], (channels) =>
        channels?.map((channel) => (channel.id === event.data.id ? { ...channel, ...event.data } : channel)),
      );
      break;
    case 'contact.updated':
      void client.invalidateQueries({ queryKey: ['conversations'] });
      void client.invalidateQueries({ queryKey: ['contacts'] });
      void client.invalidateQueries({ queryKey: ['timeline'] });
      if (event.data.erasedAt) {
        // Whatever of theirs is on the screen is gone.
        void client.invalidateQueries({ queryKey: ['messages'] });
      }
      break;
    case 'operator.presence':
      applyPresence(client, event.data);
      break;
    case 'conversation.viewers':
      client.setQueryData<Viewer[]>(['viewers', event.data.conversationId], event.data.viewers);
      break;
    case 'schedule.changed':
      void client.invalidateQueries({ queryKey: ['scheduled', event.data.conversationId] });
      break;
    case 'typing':
      client.setQueryData(['typing', event.data.conversationId], { by: event.data.by, at: Date.now() });
      break;
    case 'broadcast.progress':
      break;
  }
}

function applyPresence(client: QueryClient, { operatorId, presence }: { operatorId: string; presence: string }): void {
  const operators = client.getQueryData<Operator[]>(['operators']);
  if (operators?.some(({ id }) => id === operatorId)) {
    client.setQueryData(['operators'], operators.map((one) => (one.id === operatorId ? { ...one, presence } : one)));
  } else if (operators) {
    void client.invalidateQueries({ queryKey: ['operators'] });
  }
}

/** A thread may be cached in parts: its end, and what somebody looked at around a place. */
function applyMessage(client: QueryClient, message: Message): void {
  if (message.direction === 'inbound') {
    client.setQueryData(['typing', message.conversationId], null); // it is what was being typed
  }
  for (const [key, pages] of client.getQueriesData<Pages<Message>>({ queryKey: ['messages', message.conversationId] })) {
    const placed = pages && placeMessage(pages, message);
    if (placed) {
      client.setQueryData(key, placed);
    } else if (pages) {
      void client.invalidateQueries({ queryKey: key, exact: true });
    }
  }
}

/** The answer to our own request: what the feed has told of since is newer. */
export function applyAnswer(client: QueryClient, message: Message): void {
  const pages = client.getQueryData<Pages<Message>>(['messages', message.conversationId]);
  if (!itemsOf(pages).some((known) => known.id === message.id)) {
    applyMessage(client, message);
  }
}

export function applyConversation(client: QueryClient, conversation: Conversation): void {
  const me = client.getQueryData<Me>(['me'])?.id ?? '';
  client.setQueryData<Conversation>(['conversations', 'one', conversation.id], (known) =>
    known && Date.parse(known.updatedAt) > Date.parse(conversation.updatedAt) ? known : conversation,
  );
  for (const [key, pages] of client.getQueriesData<Pages<Conversation>>({ queryKey: ['conversations', 'list'] })) {
    const filter = key[2] as ConversationFilter;
    if (pages) {
      client.setQueryData(key, placeConversation(pages, conversation, belongs(conversation, filter, me)));
    }
  }
}

function applyClaim(client: QueryClient, conversationId: string, claim: Claim | null): void {
  const known = knownConversation(client, conversationId);
  if (known) {
    applyConversation(client, { ...known, claim });
  } else {
    // It may now belong to a list that has never seen it.
    void client.invalidateQueries({ queryKey: ['conversations', 'list'] });
  }
}

function knownConversation(client: QueryClient, id: string): Conversation | undefined {
  const lists = client.getQueriesData<Pages<Conversation>>({ queryKey: ['conversations', 'list'] });
  return (
    client.getQueryData<Conversation>(['conversations', 'one', id]) ??
    lists.flatMap(([, pages]) => itemsOf(pages)).find((conversation) => conversation.id === id)
  );
}
