import { useQueryClient } from '@tanstack/react-query';
import type { Dispatch, SetStateAction } from 'react';
import type { Channel, Conversation, Message, NewMessage } from '../../api/types';
import type { Pages } from '../../live/pages';
import { inReadingOrder } from '../thread/messageCache';
import { threadQuery } from '../thread/threadQueries';
import { type Draft, emptyDraft } from './drafts';
import { toMessages } from './toMessages';
import { useOutbox } from './useOutbox';
import { useScheduling } from './scheduledQueries';

const undoTime = 5000;

type Props = {
  conversation: Conversation;
  channel: Channel | undefined;
  draft: Draft;
  onDraft: Dispatch<SetStateAction<Draft>>;
  isHindered: boolean;
};

/** Turns the draft into messages on their way, now or later; the draft starts over and stays in its mode. */
export function useCompose({ conversation, channel, draft, onDraft, isHindered }: Props) {
  const client = useQueryClient();
  const outbox = useOutbox();
  const { plan } = useScheduling(conversation.id);
  const contents = toMessages(draft, channel);
  const canSend = !isHindered && contents.length > 0;
  // What can be taken back later leaves at once; a note goes nowhere.
  const canRecall = draft.isNote || channel?.capabilities.includes('delete') === true;

  const messages = (): { newest: Message | undefined; all: NewMessage[] } => {
    const pages = client.getQueryData<Pages<Message>>(threadQuery(conversation.id).queryKey);
    const newest = pages && inReadingOrder(pages).at(-1);
    const all = contents.map((content, place) => ({
      content,
      replyTo: place === 0 ? draft.replyTo : null,
      note: draft.isNote,
      seen: draft.isNote ? null : (newest?.id ?? null),
    }));
    return { newest, all };
  };

  const startOver = () => onDraft({ ...emptyDraft, isNote: draft.isNote });

  const queue = ({ newest, all }: ReturnType<typeof messages>) => {
    const now = Date.now();
    all.forEach((message, place) =>
      outbox.add({
        key: crypto.randomUUID(),
        conversationId: conversation.id,
        message,
        file: draft.files.find(({ id }) => id === message.content.mediaId) ?? null,
        afterSeq: newest?.seq ?? 0,
        writtenAt: now + place,
        leavesAt: canRecall ? 0 : now + undoTime,
        isPassing: channel?.privacy === 'pass-through',
      }),
    );
  };

  return {
    canSend,
    submit: () => {
      if (canSend) {
        queue(messages());
        startOver();
      }
    },
    sendTemplate: (content: NewMessage['content']) => {
      const { newest } = messages();
      queue({ newest, all: [{ content, replyTo: null, note: false, seen: newest?.id ?? null }] });
    },
    submitAt: (sendAt: Date) =>
      plan(
        messages().all.map((message) => ({ ...message, sendAt: sendAt.toISOString() })),
        { onSuccess: startOver },
      ),
  };
}
