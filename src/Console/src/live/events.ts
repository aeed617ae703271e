import type { Channel, Claim, Conversation, Message } from '../api/types';

type Event<Type extends string, Data> = { type: Type; seq: number; at: string; data: Data };

export type LiveEvent =
  | Event<'message.created' | 'message.updated', Message>
  | Event<'conversation.created' | 'conversation.updated', Conversation>
  | Event<'conversation.claimed' | 'conversation.released', { conversationId: string; claim: Claim | null }>
  | Event<'contact.updated', { id: string; erasedAt: string | null }>
  | Event<'channel.updated', Channel>
  | Event<'operator.presence', unknown>
  | Event<'typing', unknown>
  | Event<'broadcast.progress', unknown>;

export type LiveFrame =
  | { type: 'hello'; seq: number; userId: string }
  | { type: 'reset' }
  | { type: 'pong' }
  | { type: 'error'; code: string }
  | LiveEvent;
