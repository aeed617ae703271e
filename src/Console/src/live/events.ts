import type { Channel, Claim, Conversation, Message } from '../api/types';

/** An operator who has a conversation open. */
export type Viewer = { operatorId: string; name: string; away: boolean; writing: boolean };

type Event<Type extends string, Data> = { type: Type; seq: number; at: string; data: Data };

export type LiveEvent =
  | Event<'message.created' | 'message.updated', Message>
  | Event<'conversation.created' | 'conversation.updated', Conversation>
  | Event<'conversation.claimed' | 'conversation.released', { conversationId: string; claim: Claim | null }>
  | Event<'contact.updated', Conversation['contact'] & { erasedAt: string | null }>
  | Event<'channel.updated', Channel>
  | Event<'operator.presence', { operatorId: string; presence: string }>
  | Event<'conversation.viewers', { conversationId: string; viewers: Viewer[] }>
  | Event<'typing', { conversationId: string; by: string }>
  | Event<'schedule.changed', { conversationId: string }>
  | Event<'broadcast.progress', unknown>;

export type LiveFrame =
  | { type: 'hello'; seq: number; userId: string }
  | { type: 'reset' }
  | { type: 'pong' }
  | { type: 'error'; code: string }
  | LiveEvent;

/** What this page tells the server of its operator. */
export type ClientFrame =
  | { type: 'viewing'; conversationId: string | null }
  | { type: 'typing'; conversationId: string }
  | { type: 'presence'; presence: 'online' | 'away' };
