import { Outlet, useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConversationList } from './ConversationList';
import styles from './InboxPage.module.css';
import { InboxTabs } from './InboxTabs';
import { ListSearch } from './ListSearch';
import { useInboxSearch } from './useInbox';

/** The list and the open conversation; on a phone, one of them. */
export function InboxPage() {
  const { t } = useTranslation();
  const { search } = useInboxSearch();
  const open = useMatchRoute()({ to: '/conversations/$conversationId' });
  const openId = open ? open.conversationId : undefined;
  return (
    <div className={styles.inbox} data-open={openId !== undefined}>
      <section className={styles.list} aria-label={t('list.label')}>
        <header className={styles.head}>
          <h1 className={styles.title}>{t('nav.inbox')}</h1>
          <ListSearch />
          <InboxTabs />
        </header>
        {/* Another list starts at its top, with nothing held back. */}
        <ConversationList key={JSON.stringify(search)} openId={openId} />
      </section>
      <main className={styles.thread}>
        <Outlet />
      </main>
    </div>
  );
}
