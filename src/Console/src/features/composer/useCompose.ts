import { useQueryClient } from '@tanstack/react-query';
import type { Dispatch, SetStateAction } from 'react';
import type { Message, NewMessage } from '../../api/types';
import type { Pages } from '../../live/pages';
import { inReadingOrder } from '../thread/messageCache';
import { threadQuery } from '../thread/threadQueries';
import { type Draft, emptyDraft } from './drafts';
import { useSend } from './outbox';
import { type Attachment, contentTypeOf } from './useAttachment';

/** Turns the draft and its file into a message on its way; the draft starts over and stays in its mode. */
export function useCompose(
  conversationId: string,
  draft: Draft,
  onDraft: Dispatch<SetStateAction<Draft>>,
  attachment: Attachment,
  isRefused: boolean,
) {
  const client = useQueryClient();
  const send = useSend(conversationId);
  const { media, isUploading } = attachment;
  const text = draft.text.trim();
  const canSend = !isUploading && !isRefused && (text !== '' || media !== null);

  const submit = () => {
    if (!canSend) {
      return;
    }
    const pages = client.getQueryData<Pages<Message>>(threadQuery(conversationId).queryKey);
    const newest = pages && inReadingOrder(pages).at(-1);
    const content: NewMessage['content'] = media
      ? { type: contentTypeOf(media.mimeType), mediaId: media.id, ...(text && { text }) }
      : { type: 'text', text };
    send.mutate({
      key: crypto.randomUUID(),
      message: { content, replyTo: draft.replyTo, note: draft.isNote, seen: draft.isNote ? null : (newest?.id ?? null) },
      fileName: attachment.fileName,
      afterSeq: newest?.seq ?? 0,
    });
    onDraft({ ...emptyDraft, isNote: draft.isNote });
    attachment.remove();
  };

  return { canSend, submit };
}
