import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionState as State } from '../../api/types';
import { Card } from '../../ui/Card';
import styles from './ConnectionCard.module.css';
import { ConnectionState } from './ConnectionState';

type Props = {
  connection: { state: State; detail: string | null; enabled: boolean };
  check: { isPending: boolean; error: Error | null; mutate: (nothing: undefined) => void };
  children: ReactNode;
};

/** Whether the other side and we understand each other: checked on request, and told as it changes. */
export function ConnectionCard({ connection: { state, detail, enabled }, check, children }: Props) {
  const { t } = useTranslation();
  const reason = detail ?? check.error?.message;
  return (
    <Card
      title={t('setup.checkTitle')}
      tone={state === 'connected' ? 'good' : undefined}
      action={
        enabled && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconRefresh size={15} aria-hidden />}
            loading={check.isPending}
            onClick={() => check.mutate(undefined)}
          >
            {t('setup.check')}
          </Button>
        )
      }
    >
      <div role="status" className={styles.state}>
        <ConnectionState state={state} />
        {reason && <p className={styles.detail}>{reason}</p>}
      </div>
      {children}
    </Card>
  );
}
