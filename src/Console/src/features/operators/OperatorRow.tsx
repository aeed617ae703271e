import { Button, NativeSelect } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorRole } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useAnnounce } from '../../ui/Notice';
import { ShownOnce } from '../../ui/ShownOnce';
import { useMe } from '../session/session';
import rows from '../../ui/Rows.module.css';
import styles from './OperatorsPage.module.css';
import { type OwnOperator, type TelegramTie, useChangeOperator, useResetTwoFactor } from './operatorQueries';
import { Presence } from './Presence';
import { TelegramLink } from './TelegramLink';

export function OperatorRow({ operator, isAdmin }: { operator: OwnOperator; isAdmin: boolean }) {
  const { t } = useTranslation();
  const [tie, setTie] = useState<TelegramTie | null>(null);
  return (
    <li className={rows.row}>
      <Avatar id={operator.id} name={operator.name} />
      <span className={rows.main}>
        <span className={rows.name}>{operator.name}</span>
        {operator.email && <span className={rows.detail}>{operator.email}</span>}
      </span>
      {operator.twoFactor && (
        <span className={styles.secured}>
          <IconShieldCheck size={16} aria-hidden />
          {t('operators.twoFactor')}
        </span>
      )}
      {(operator.role === 'admin' || operator.role === 'operator') && <Presence state={operator.presence} />}
      {isAdmin ? (
        <Decisions operator={operator} onTied={setTie} />
      ) : (
        <span className={styles.role}>{t(`role.${operator.role}`)}</span>
      )}
      {tie && (
        <div className={styles.tie}>
          <ShownOnce
            title={t('operators.tieOf', { name: operator.name })}
            label={t('operators.link')}
            value={tie.url}
            hint={t('operators.tieHint')}
            onClose={() => setTie(null)}
          />
        </div>
      )}
    </li>
  );
}

/** What an admin decides about a colleague. */
function Decisions({ operator, onTied }: { operator: OwnOperator; onTied: (tie: TelegramTie) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const announce = useAnnounce();
  const change = useChangeOperator(operator.id);
  const reset = useResetTwoFactor(operator.id);
  const [isBanning, setBanning] = useState(false);
  const become = (role: OperatorRole, onSuccess?: () => void) =>
    change.mutate({ role }, { onSuccess, onError: (error) => announce(error.message, 'bad') });

  if (operator.role === 'pending' || operator.role === 'banned') {
    return (
      <span className={rows.actions}>
        <span className={styles.role}>{t(`role.${operator.role}`)}</span>
        <Button size="xs" loading={change.isPending} onClick={() => become('operator')}>
          {t(operator.role === 'pending' ? 'operators.approve' : 'operators.unban')}
          <span className="rz-hidden"> {operator.name}</span>
        </Button>
      </span>
    );
  }
  return (
    <span className={rows.actions}>
      <NativeSelect
        size="xs"
        aria-label={t('operators.roleOf', { name: operator.name })}
        value={operator.role}
        onChange={(event) => become(event.currentTarget.value as OperatorRole)}
        data={(['admin', 'operator'] as const).map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      <TelegramLink id={operator.id} name={operator.name} onMade={onTied} />
      {operator.twoFactor && operator.id !== me.id && (
        <Button
          size="xs"
          variant="default"
          loading={reset.isPending}
          onClick={() => reset.mutate(undefined, { onSuccess: () => announce(t('operators.resetDone', { name: operator.name })) })}
        >
          {t('operators.reset')}
        </Button>
      )}
      {operator.id !== me.id && (
        <Button size="xs" variant="default" onClick={() => setBanning(true)}>
          {t('operators.ban')}
          <span className="rz-hidden"> {operator.name}</span>
        </Button>
      )}
      <ConfirmDialog
        isOpen={isBanning}
        title={t('operators.banTitle', { name: operator.name })}
        text={t('operators.banText')}
        confirm={t('operators.ban')}
        isPending={change.isPending}
        error={change.error}
        onClose={() => setBanning(false)}
        onConfirm={() => become('banned', () => setBanning(false))}
      />
    </span>
  );
}
