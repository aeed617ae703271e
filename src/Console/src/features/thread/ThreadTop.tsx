import { Loader, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Thread.module.css';
import type { ThreadPages } from './useThreadPages';

/** Above the oldest row: that there is more, or that the conversation begins here. */
export function ThreadTop({ pages }: { pages: ThreadPages }) {
  const { t } = useTranslation();
  if (pages.isPending) {
    return <ThreadSkeleton />;
  }
  return (
    <div className={styles.top}>
      {pages.hasOlder ? (
        <Loader size="sm" role="progressbar" aria-label={t('common.loading')} />
      ) : (
        <p className={styles.beginning}>{t('thread.beginning')}</p>
      )}
    </div>
  );
}

const shapes = [
  { side: 'start', width: 220, height: 40 },
  { side: 'start', width: 320, height: 62 },
  { side: 'end', width: 280, height: 62 },
  { side: 'start', width: 180, height: 40 },
  { side: 'end', width: 340, height: 84 },
  { side: 'end', width: 160, height: 40 },
] as const;

/** The places of messages while the first of them are read. */
function ThreadSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} role="progressbar" aria-label={t('common.loading')}>
      {shapes.map(({ side, width, height }, index) => (
        <Skeleton key={index} data-side={side} width={width} maw="70%" height={height} radius={16} />
      ))}
    </div>
  );
}
