import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure';
import { PageFrame } from '../../ui/PageFrame';
import { useMe } from '../session/session';
import rows from '../../ui/Rows.module.css';
import { InviteOperator } from './InviteOperator';
import { OperatorRow } from './OperatorRow';
import { operatorsQuery, type OwnOperator } from './operatorQueries';

/** Who waits for a decision comes first, who is out comes last. */
const order = { pending: 0, admin: 1, operator: 2, banned: 3 };

export function OperatorsPage() {
  const { t } = useTranslation();
  const isAdmin = useMe().role === 'admin';
  const { data: operators, error, refetch } = useQuery(operatorsQuery);
  const [isInviting, setInviting] = useState(false);
  return (
    <PageFrame
      title={t('operators.title')}
      intro={t('operators.intro')}
      action={
        isAdmin && !isInviting ? (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
            {t('operators.invite')}
          </Button>
        ) : null
      }
    >
      {error && <Failure title={t('operators.failed')} error={error} onRetry={() => void refetch()} />}
      {isInviting && <InviteOperator onClose={() => setInviting(false)} />}
      <ul className={rows.rows}>
        {operators
          ?.toSorted((one, other) => order[one.role] - order[other.role])
          .map((operator) => (
            <OperatorRow key={operator.id} operator={operator as OwnOperator} isAdmin={isAdmin} />
          ))}
      </ul>
    </PageFrame>
  );
}
