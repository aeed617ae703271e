import { Outlet, useMatchRoute } from '@tanstack/react-router';
import { type CSSProperties, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../ui/usePageTitle';
import { ConversationList } from './ConversationList';
import { listKey } from './conversationFilter';
import styles from './InboxPage.module.css';
import { InboxTabs } from './InboxTabs';
import { ListSearch } from './ListSearch';
import { ListToolbar } from './ListToolbar';
import { PaneDivider } from './PaneDivider';
import { usePanes } from './paneLayout';
import { useInboxSearch } from './useInbox';

const ContextPane = lazy(async () => ({ default: (await import('./ContextPane')).ContextPane }));

/** The list, the open conversation and whom it is with; on a phone, one of them. */
export function InboxPage() {
  const { t } = useTranslation();
  const { search } = useInboxSearch();
  usePageTitle(t('nav.inbox'));
  const { listWidth, contextWidth } = usePanes();
  const open = useMatchRoute()({ to: '/conversations/$conversationId' });
  const openId = open ? open.conversationId : undefined;
  return (
    <div
      className={styles.inbox}
      data-open={openId !== undefined}
      style={{ '--list-width': `${listWidth}px`, '--context-width': `${contextWidth}px` } as CSSProperties}
    >
      <section className={styles.list} data-pane aria-label={t('list.label')}>
        <header className={styles.head}>
          <h1 className={styles.title}>{t('nav.inbox')}</h1>
          <ListSearch />
          <InboxTabs />
        </header>
        <ListToolbar />
        {/* Another list starts where it was left, with nothing held back. */}
        <ConversationList key={listKey(search)} openId={openId} />
      </section>
      <PaneDivider pane="listWidth" label={t('panes.listWidth')} side="left" />
      <main className={styles.thread}>
        <Outlet />
      </main>
      <Suspense>{openId && <ContextPane conversationId={openId} />}</Suspense>
    </div>
  );
}
