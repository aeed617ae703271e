import type { QueryClient } from '@tanstack/react-query';
import type { Channel, Claim, Conversation, Me, Message, Operator } from '../api/types';
import type { ConversationFilter } from '../features/conversations/conversationFilter';
import { countChange } from '../features/conversations/countChange';
import { belongs, placeConversation } from '../features/conversations/listOrder';
import { placeMessage } from '../features/thread/messageCache';
import type { LiveEvent, Viewer } from './events';
import { itemsOf, mapItems, type Pages } from './pages';

/** Brings the query cache up to one live event. */
export function applyEvent(client: QueryClient, event: LiveEvent): void {
  switch (event.type) {
    case 'message.updated':
      // Its row shows whether it could be sent.
      changeListed(
        client,
        ({ lastMessage }) => lastMessage?.id === event.data.id,
        (row) => ({ ...row, lastMessage: event.data }),
      );
      applyMessage(client, event.data);
      void client.invalidateQueries({ queryKey: ['timeline'] });
      break;
    case 'message.created':
      applyMessage(client, event.data);
      void client.invalidateQueries({ queryKey: ['timeline'] });
      break;
    case 'conversation.created':
    case 'conversation.updated':
      countChange(client, event.data, () =>
        event.type === 'conversation.created' ? 'new' : knownConversation(client, event.data.id),
      );
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
      applyContact(client, event.data);
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

/** Everywhere a conversation with them is shown. */
function applyContact(client: QueryClient, { id, name, avatarUrl }: Conversation['contact']): void {
  const rename = (conversation: Conversation): Conversation =>
    conversation.contact.id === id ? { ...conversation, contact: { id, name, avatarUrl } } : conversation;
  changeListed(client, (conversation) => conversation.contact.id === id, rename);
  client.setQueriesData<Conversation>({ queryKey: ['conversations', 'one'] }, (known) => known && rename(known));
}

/** Changes rows where they stand. */
function changeListed(client: QueryClient, isMeant: (row: Conversation) => boolean, change: (row: Conversation) => Conversation) {
  client.setQueriesData<Pages<Conversation>>(
    { queryKey: ['conversations', 'list'] },
    (pages) => pages && mapItems(pages, (items) => (items.some(isMeant) ? items.map((row) => (isMeant(row) ? change(row) : row)) : items)),
  );
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
    // Only one that is open, or was: a busy day tells of more than anybody will look at.
    !known || Date.parse(known.updatedAt) > Date.parse(conversation.updatedAt) ? known : conversation,
  );
  for (const [key, pages] of client.getQueriesData<Pages<Conversation>>({ queryKey: ['conversations', 'list'] })) {
    const filter = key[2] as ConversationFilter;
    if (pages) {
      client.setQueryData(key, placeConversation(pages, conversation, belongs(conversation, filter, me), filter.sort));
    }
  }
}

function applyClaim(client: QueryClient, conversationId: string, claim: Claim | null): void {
  const known = knownConversation(client, conversationId);
  // One no list has seen comes whole in the event that follows.
  if (known) {
    applyConversation(client, { ...known, claim });
  }
}

/** A conversation as some list or page has it. */
export function knownConversation(client: QueryClient, id: string): Conversation | undefined {
  const lists = client.getQueriesData<Pages<Conversation>>({ queryKey: ['conversations', 'list'] });
  return (
    client.getQueryData<Conversation>(['conversations', 'one', id]) ??
    lists.flatMap(([, pages]) => itemsOf(pages)).find((conversation) => conversation.id === id)
  );
}
