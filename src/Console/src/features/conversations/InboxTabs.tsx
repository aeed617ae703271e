import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../shortcuts/useShortcuts';
import { inboxViews } from './conversationFilter';
import { countsQuery } from './conversationQueries';
import { countOf } from './inboxCounts';
import styles from './InboxTabs.module.css';
import { useInboxSearch } from './useInbox';

/** The views with how much there is of each; `[` and `]` walk through them. */
export function InboxTabs() {
  const { t, i18n } = useTranslation();
  const { search, change } = useInboxSearch();
  const { data: counts } = useQuery(countsQuery);
  const view = search.view ?? 'all';
  const walk = (step: 1 | -1) => {
    const next = inboxViews.at((inboxViews.indexOf(view) + step) % inboxViews.length);
    change({ view: next === 'all' ? undefined : next, status: undefined });
  };
  useShortcuts({ BracketRight: () => walk(1), BracketLeft: () => walk(-1) });
  const short = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 1 });

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
          <span>{t(`view.${name}`)}</span>
          {/* The figure keeps its place while it is not known yet. */}
          <span className={styles.count}>{counts ? short.format(countOf(counts, name)) : ' '}</span>
        </Link>
      ))}
    </nav>
  );
}
