import { Outlet, useMatchRoute } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../ui/usePageTitle';
import { ContextPane } from './ContextPane';
import { ConversationList } from './ConversationList';
import styles from './InboxPage.module.css';
import { InboxTabs } from './InboxTabs';
import { ListSearch } from './ListSearch';
import { PaneDivider } from './PaneDivider';
import { usePanes } from './paneLayout';
import { useInboxSearch } from './useInbox';

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
        {/* Another list starts at its top, with nothing held back. */}
        <ConversationList key={JSON.stringify(search)} openId={openId} />
      </section>
      <PaneDivider pane="listWidth" label={t('panes.listWidth')} side="left" />
      <main className={styles.thread}>
        <Outlet />
      </main>
      {openId && <ContextPane conversationId={openId} />}
    </div>
  );
}
