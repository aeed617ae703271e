import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api } from '../../api/client';
import type { Conversation } from '../../api/types';
import { applyConversation } from '../../live/applyEvent';
import { type BulkAction, type Call, callOf, undoOf } from './bulkActions';

/** As many at a time as a server does beside its other work. */
const atOnce = 4;

export type BulkOutcome = { action: BulkAction; changed: Conversation[]; failures: Error[]; isUndone: boolean };

type Step = { conversation: Conversation; call: Call };

/** Does one thing to many conversations, one request each, and can take it back. */
export function useBulk() {
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);

  const runAll = async (steps: Step[]) => {
    const changed: Conversation[] = [];
    const failures: Error[] = [];
    const waiting = [...steps];
    const work = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) {
        try {
          const { conversation, call } = step;
          const answer = await api.post<Conversation>(`conversations/${conversation.id}/${call.path}`, { body: call.body });
          applyConversation(client, answer);
          changed.push(conversation);
        } catch (error) {
          // One that is refused does not hold up the rest; the bar says how many.
          failures.push(error instanceof Error ? error : new Error(String(error)));
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { changed, failures };
  };

  const stepsOf = (conversations: Conversation[], call: (conversation: Conversation) => Call | null): Step[] =>
    conversations.flatMap((conversation) => {
      const wanted = call(conversation);
      return wanted ? [{ conversation, call: wanted }] : [];
    });

  const act = useMutation({
    mutationFn: async ({ action, conversations }: { action: BulkAction; conversations: Conversation[] }) => {
      const done = await runAll(stepsOf(conversations, (conversation) => callOf(action, conversation)));
      setOutcome({ action, ...done, isUndone: false });
    },
  });

  const undo = useMutation({
    mutationFn: async ({ action, changed }: BulkOutcome) => {
      const done = await runAll(stepsOf(changed, (conversation) => undoOf(action, conversation)));
      setOutcome({ action, ...done, isUndone: true });
    },
  });

  return {
    outcome,
    isBusy: act.isPending || undo.isPending,
    act: (action: BulkAction, conversations: Conversation[]) => act.mutate({ action, conversations }),
    undo: () => outcome && undo.mutate(outcome),
    dismiss: useCallback(() => setOutcome(null), []),
  };
}
