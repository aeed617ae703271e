import { useQuery } from '@tanstack/react-query';
import { Avatar } from '../../ui/Avatar';
import { conversationQuery } from '../conversations/conversationQueries';
import { useContactName } from '../conversations/contactName';
import type { Conversation } from '../../api/types';

/** Who the open conversation is with. */
export function ContactPane({ conversationId }: { conversationId: string }) {
  const { data } = useQuery(conversationQuery(conversationId));
  return data ? <Who conversation={data} /> : null;
}

function Who({ conversation }: { conversation: Conversation }) {
  const name = useContactName(conversation);
  return (
    <div style={{ display: 'grid', justifyItems: 'center', gap: 10, padding: 24 }}>
      <Avatar id={conversation.contact.id} name={name} url={conversation.contact.avatarUrl} size={72} />
      <strong>{name}</strong>
    </div>
  );
}
