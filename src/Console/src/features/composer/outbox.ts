import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { api, Problem } from '../../api/client';
import type { Message, NewMessage } from '../../api/types';
import { applyAnswer } from '../../live/applyEvent';

/** One press of the send button. The key makes repeating it harmless. */
export type Sending = {
  key: string;
  message: NewMessage;
  fileName: string | null;
  /** The newest entry of the thread when it was pressed. */
  afterSeq: number;
};

/** A message the server has not taken, yet or at all. */
export type Unsent = Sending & { id: number; isPaused: boolean; error: Error | null };

const keyOf = (conversationId: string) => ['send', conversationId];

const gotNoAnswer = (error: Error) => error instanceof Problem && error.status === 0;

export function useSend(conversationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: keyOf(conversationId),
    // One after another, so that they stand in the order they were written.
    scope: { id: `send-${conversationId}` },
    gcTime: Infinity,
    mutationFn: ({ key, message }: Sending) =>
      api.post<Message>(`conversations/${conversationId}/messages`, { body: message, idempotencyKey: key }),
    retry: (failures, error) => failures < 3 && gotNoAnswer(error),
    onSuccess: (message) => applyAnswer(client, message),
    onError: (error) => {
      if (error instanceof Problem && error.status === 409) {
        void client.invalidateQueries({ queryKey: ['conversations', 'one', conversationId] });
      }
    },
  });
}

export function useUnsent(conversationId: string): Unsent[] {
  return useMutationState({
    filters: {
      mutationKey: keyOf(conversationId),
      predicate: ({ state }) => state.status === 'pending' || state.status === 'error',
    },
    select: (mutation) => ({
      ...(mutation.state.variables as Sending),
      id: mutation.mutationId,
      isPaused: mutation.state.isPaused,
      error: mutation.state.error,
    }),
  });
}

export function useDiscard(conversationId: string): (id: number) => void {
  const cache = useQueryClient().getMutationCache();
  return (id) => {
    const mutation = cache.find({ mutationKey: keyOf(conversationId), predicate: (known) => known.mutationId === id });
    if (mutation) {
      cache.remove(mutation);
    }
  };
}

/** The live feed may tell of our own message before the answer to it does; it must not stand there twice. */
export function hasArrived(unsent: Sending, messages: Message[], me: string): boolean {
  return messages.some(
    (message) =>
      message.seq > unsent.afterSeq &&
      message.author.id === me &&
      message.content.type === unsent.message.content.type &&
      (message.content.text ?? '') === (unsent.message.content.text ?? ''),
  );
}
