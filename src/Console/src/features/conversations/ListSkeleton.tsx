import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './ConversationList.module.css';

export function ListSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} role="status" aria-label={t('common.loading')}>
      {Array.from({ length: 7 }, (_, index) => (
        <div key={index}>
          <Skeleton circle height={42} />
          <span>
            <Skeleton height={12} width="45%" />
            <Skeleton height={12} />
          </span>
        </div>
      ))}
    </div>
  );
}
