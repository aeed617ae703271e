import type { Message } from '../../api/types';
import { useMe } from '../session/session';
import { hasArrived, useDiscard, useSend, useUnsent } from './outbox';
import { UnsentBubble } from './UnsentBubble';

type Props = { conversationId: string; messages: Message[]; onEdit: (text: string) => void };

/** What was written and is not yet in the thread, below what is. */
export function UnsentMessages({ conversationId, messages, onEdit }: Props) {
  const me = useMe();
  const send = useSend(conversationId);
  const discard = useDiscard(conversationId);
  const shown = useUnsent(conversationId).filter((unsent) => unsent.error || !hasArrived(unsent, messages, me.id));

  return shown.map((unsent) => (
    <UnsentBubble
      key={unsent.id}
      unsent={unsent}
      onRetry={(changes) => {
        discard(unsent.id);
        send.mutate({ ...unsent, ...changes, message: { ...unsent.message, ...changes.message } });
      }}
      onEdit={() => {
        discard(unsent.id);
        onEdit(unsent.message.content.text ?? '');
      }}
      onDiscard={() => discard(unsent.id)}
    />
  ));
}
