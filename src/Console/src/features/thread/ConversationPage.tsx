import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { IconMessageOff } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import type { Conversation } from '../../api/types';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { channelsQuery } from '../channels/channelQueries';
import { Composer } from '../composer/Composer';
import type { DraftFile } from '../composer/drafts';
import { useDraft } from '../composer/useDraft';
import { conversationQuery } from '../conversations/conversationQueries';
import { useMe } from '../session/session';
import { ConversationHeader } from './ConversationHeader';
import { Thread } from './Thread';
import { useMarkReadWhileOpen } from './useMarkReadWhileOpen';

export function ConversationPage() {
  const { t } = useTranslation();
  const { conversationId } = useParams({ from: '/frame/conversations/$conversationId' });
  const { data: conversation, error, refetch } = useQuery(conversationQuery(conversationId));
  const { data: channels } = useQuery(channelsQuery);

  // A draft is kept only where words may be, so the channels come first.
  if (conversation && channels) {
    const isPassing = channels.find(({ id }) => id === conversation.channel.id)?.privacy === 'pass-through';
    return <OpenConversation key={conversationId} conversation={conversation} isPassing={isPassing} />;
  }
  if (error instanceof Problem && error.status === 404) {
    return <EmptyState icon={<IconMessageOff size={26} />} title={t('inbox.notFound')} />;
  }
  return error ? (
    <Failure title={t('thread.failed')} error={error} onRetry={() => void refetch()} />
  ) : (
    <Loader m="auto" role="progressbar" aria-label={t('common.loading')} />
  );
}

function OpenConversation({ conversation, isPassing }: { conversation: Conversation; isPassing: boolean }) {
  const { id: me } = useMe();
  const [draft, setDraft] = useDraft(me, conversation.id, !isPassing);
  const target = useTarget();
  useMarkReadWhileOpen(conversation);

  const replyTo = useCallback(
    (messageId: string) => setDraft((last) => ({ ...last, replyTo: messageId, isNote: false })),
    [setDraft],
  );
  const edit = useCallback(
    (text: string, file: DraftFile | null = null) =>
      setDraft((last) => ({ ...last, text: text + last.text, files: file ? [file, ...last.files] : last.files })),
    [setDraft],
  );

  return (
    <>
      <ConversationHeader conversation={conversation} />
      <Thread conversation={conversation} target={target} onReply={replyTo} onEdit={edit} />
      <Composer conversation={conversation} draft={draft} onDraft={setDraft} />
    </>
  );
}

/** The message the address names: followed once, so that the next conversation does not look for it. */
function useTarget(): string | null {
  const { message } = useSearch({ from: '/frame/conversations/$conversationId' });
  const navigate = useNavigate({ from: '/conversations/$conversationId' });
  const [target, setTarget] = useState(message ?? null);

  useEffect(() => {
    if (message) {
      setTarget(message);
      void navigate({ search: (last) => ({ ...last, message: undefined }), replace: true });
    }
  }, [message, navigate]);

  return target;
}
