import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState';

/** A read that did not work, and the way on. */
export function Failure({ title, error, onRetry }: { title: string; error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert" style={{ display: 'grid', height: '100%' }}>
      <EmptyState icon={<IconAlertTriangle size={26} />} title={title} hint={error.message}>
        <Button variant="default" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      </EmptyState>
    </div>
  );
}
