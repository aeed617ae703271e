import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { inboxViews } from './conversationFilter';
import styles from './InboxTabs.module.css';
import { useInboxSearch } from './useInbox';

export function InboxTabs() {
  const { t } = useTranslation();
  const { view = 'all' } = useInboxSearch().search;
  return (
    <nav className={styles.tabs} aria-label={t('view.label')}>
      {inboxViews.map((name) => (
        <Link
          key={name}
          to="."
          search={(last) => ({ ...last, view: name === 'all' ? undefined : name, status: undefined })}
          activeOptions={{ exact: true }}
          className={styles.tab}
          aria-current={view === name ? 'true' : undefined}
        >
          {t(`view.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
