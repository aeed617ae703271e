import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { PageFrame } from '../../ui/PageFrame';
import { ShortTime } from '../../ui/Time';
import { operatorsQuery } from '../operators/operatorQueries';
import rows from '../../ui/Rows.module.css';
import { type ApiKey, keysQuery, useRevokeKey } from './keyQueries';
import { NewKey } from './NewKey';

export function KeysPage() {
  const { t } = useTranslation();
  const { data: keys, error, refetch } = useQuery(keysQuery);
  const { data: operators = [] } = useQuery(operatorsQuery);
  const revoke = useRevokeKey();
  const [isAdding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const nameOf = (key: ApiKey) => key.name ?? t('keys.unnamed');
  return (
    <PageFrame
      title={t('settings.entry.apiKeys')}
      intro={t('keys.intro')}
      action={
        isAdding ? null : (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('keys.add')}
          </Button>
        )
      }
    >
      {error && <Failure title={t('keys.failed')} error={error} onRetry={() => void refetch()} />}
      {isAdding && <NewKey operators={operators} onClose={() => setAdding(false)} />}
      {keys?.length === 0 && !isAdding && <EmptyState icon={<IconKey size={26} />} title={t('keys.empty')} />}
      <ul className={rows.rows}>
        {keys?.map((key) => (
          <li key={key.id} className={rows.row}>
            <span className={rows.main}>
              <span className={rows.name}>{nameOf(key)}</span>
              <span className={rows.detail}>
                {t('keys.actsAs', { name: operators.find(({ id }) => id === key.operatorId)?.name ?? '…' })}
              </span>
            </span>
            <span className={rows.detail}>
              {t('keys.lastUse')} {key.lastUsedAt ? <ShortTime iso={key.lastUsedAt} /> : t('keys.never')}
            </span>
            <Button size="xs" variant="default" onClick={() => setRevoking(key)}>
              {t('keys.revoke')}
              <span className="rz-hidden"> {nameOf(key)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={revoking !== null}
        title={t('keys.revokeTitle', { name: revoking ? nameOf(revoking) : '' })}
        text={t('keys.revokeText')}
        confirm={t('keys.revoke')}
        isPending={revoke.isPending}
        error={revoke.error}
        onClose={() => setRevoking(null)}
        onConfirm={() => revoke.mutate(revoking!, { onSuccess: () => setRevoking(null) })}
      />
    </PageFrame>
  );
}
