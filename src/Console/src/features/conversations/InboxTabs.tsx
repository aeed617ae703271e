import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../shortcuts/useShortcuts';
import { inboxViews } from './conversationFilter';
import styles from './InboxTabs.module.css';
import { useInboxSearch } from './useInbox';

export function InboxTabs() {
  const { t } = useTranslation();
  const { search, change } = useInboxSearch();
  const { view = 'all' } = search;
  const walk = (step: 1 | -1) => {
    const next = inboxViews.at((inboxViews.indexOf(view) + step) % inboxViews.length);
    change({ view: next === 'all' ? undefined : next, status: undefined });
  };
  useShortcuts({ BracketRight: () => walk(1), BracketLeft: () => walk(-1) });
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
