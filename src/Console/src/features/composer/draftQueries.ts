import { api } from '../../api/client';
import type { Media } from '../../api/types';
import { contentTypeOf } from './attachments';
import { type Draft, emptyDraft } from './drafts';

type SavedDraft = { text: string; mode: 'reply' | 'note'; replyTo: string | null; files: Media[]; updatedAt: string | null };

const pathOf = (conversationId: string) => `conversations/${conversationId}/draft`;

export async function loadDraft(conversationId: string, signal: AbortSignal): Promise<Draft> {
  const { text, mode, replyTo, files } = await api.get<SavedDraft>(pathOf(conversationId), { signal });
  return {
    ...emptyDraft,
    text,
    isNote: mode === 'note',
    replyTo,
    files: files.map((file) => ({ ...file, kind: contentTypeOf(file.mimeType) })),
  };
}

export function saveDraft(conversationId: string, { text, isNote, replyTo, files }: Draft, isLast: boolean): Promise<unknown> {
  const body = { text, mode: isNote ? 'note' : 'reply', replyTo, mediaIds: files.map(({ id }) => id) };
  return api.put(pathOf(conversationId), { body, keepalive: isLast });
}
