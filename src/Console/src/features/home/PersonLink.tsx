import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Conversation } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { useContactName } from '../conversations/contactName';
import styles from './PersonLink.module.css';

/** A conversation by its person, in one line, with something said at its end. */
export function PersonLink({ conversation, line, children }: { conversation: Conversation; line?: string; children?: ReactNode }) {
  const { contact, channel } = conversation;
  const name = useContactName(conversation);
  return (
    <Link to="/conversations/$conversationId" params={{ conversationId: conversation.id }} className={styles.person}>
      <Avatar id={contact.id} name={name} url={contact.avatarUrl} size={36} />
      <span className={styles.words}>
        <span className={styles.name}>
          {name}
          <PlatformIcon platform={channel.platform} size={15} />
        </span>
        {line && <span className={styles.line}>{line}</span>}
      </span>
      {children}
    </Link>
  );
}
