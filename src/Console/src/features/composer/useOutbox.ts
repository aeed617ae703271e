import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api } from '../../api/client';
import type { Message } from '../../api/types';
import { applyAnswer } from '../../live/applyEvent';
import { useMe } from '../session/session';
import { Outbox, type Unsent } from './outbox';

let current: { operatorId: string; outbox: Outbox } | null = null;

/** The outbox of whoever is signed in; one for the page. */
export function outboxOf(operatorId: string, client: QueryClient): Outbox {
  if (current?.operatorId !== operatorId) {
    const outbox = new Outbox(localStorage, operatorId, {
      send: ({ conversationId, key, message }) =>
        api.post<Message>(`conversations/${conversationId}/messages`, { body: message, idempotencyKey: key }),
      onSent: (message) => applyAnswer(client, message),
      onRefused: ({ conversationId }, { status }) => {
        if (status === 409) {
          void client.invalidateQueries({ queryKey: ['conversations', 'one', conversationId] });
        }
      },
    });
    current = { operatorId, outbox };
    window.addEventListener('online', () => outbox.resume());
    outbox.resume();
  }
  return current.outbox;
}

export function useOutbox(): Outbox {
  const { id } = useMe();
  return outboxOf(id, useQueryClient());
}

export function useUnsent(conversationId: string): Unsent[] {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, () => outbox.of(conversationId));
}
