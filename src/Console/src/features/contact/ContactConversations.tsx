import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { ShortTime } from '../../ui/Time';
import styles from './ContactConversations.module.css';
import profile from './ContactProfile.module.css';
import { contactConversationsQuery } from './contactQueries';
import { Section } from './Section';

/** Everything else that was ever begun with them, wherever it was. */
export function ContactConversations({ contactId, openConversation }: { contactId: string; openConversation?: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(contactConversationsQuery(contactId));
  const others = data?.filter(({ id }) => id !== openConversation) ?? [];
  if (others.length === 0) {
    return null;
  }
  return (
    <Section name={t(openConversation ? 'contact.otherConversations' : 'contact.conversations')}>
      <ul className={profile.rows}>
        {others.map(({ id, channel, status, updatedAt, lastMessage }) => (
          <li key={id}>
            <Link to="/conversations/$conversationId" params={{ conversationId: id }} className={styles.link}>
              <PlatformIcon platform={channel.platform} size={18} />
              <span className={styles.words}>
                <span className={styles.channel}>{channel.name}</span>
                <bdi className={styles.last}>{lastMessage?.content.text || t(`conversation.${status}`)}</bdi>
              </span>
              <ShortTime iso={updatedAt} className={styles.time} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
