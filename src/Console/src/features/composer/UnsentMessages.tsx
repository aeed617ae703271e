import type { Message } from '../../api/types';
import { useMe } from '../session/session';
import type { DraftFile } from './drafts';
import { hasArrived } from './outbox';
import { UnsentBubble } from './UnsentBubble';
import { useOutbox, useUnsent } from './useOutbox';

type Props = { conversationId: string; messages: Message[]; onEdit: (text: string, file: DraftFile | null) => void };

/** What was written and is not yet in the thread, below what is. */
export function UnsentMessages({ conversationId, messages, onEdit }: Props) {
  const me = useMe();
  const outbox = useOutbox();
  const shown = useUnsent(conversationId).filter((unsent) => unsent.state !== 'sending' || !hasArrived(unsent, messages, me.id));

  return shown.map((unsent) => (
    <UnsentBubble
      key={unsent.key}
      unsent={unsent}
      onRetry={(changes) => outbox.retry(unsent, changes)}
      onEdit={() => {
        outbox.discard(unsent);
        onEdit(unsent.message.content.text ?? '', unsent.file);
      }}
      onDiscard={() => outbox.discard(unsent)}
    />
  ));
}
