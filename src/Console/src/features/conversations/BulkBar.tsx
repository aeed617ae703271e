import { Button, CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import styles from './BulkBar.module.css';
import { BulkButtons } from './BulkButtons';
import { useBulk, type BulkOutcome } from './useBulk';

const undoFor = 12_000;

type Props = { chosen: Conversation[]; onClear: () => void };

/** What can be done to the rows chosen, how many they are; then what was done, and the way back. */
export function BulkBar({ chosen, onClear }: Props) {
  const { t } = useTranslation();
  const { outcome, isBusy, act, undo, dismiss } = useBulk();

  useEffect(() => {
    const timer = outcome && !isBusy ? setTimeout(dismiss, undoFor) : undefined;
    return () => clearTimeout(timer);
  }, [outcome, isBusy, dismiss]);

  if (chosen.length === 0 && !outcome && !isBusy) {
    return null;
  }
  return (
    <div className={styles.place} role="group" aria-label={t('bulk.label')}>
      {chosen.length > 0 ? (
        <div className={styles.bar}>
          <p className={styles.count} role="status">
            {t('bulk.chosen', { count: chosen.length })}
          </p>
          <CloseButton className={styles.clear} aria-label={t('bulk.clear')} title={t('bulk.clear')} onClick={onClear} />
          <BulkButtons
            isBusy={isBusy}
            onAct={(action) => {
              act(action, chosen);
              onClear();
            }}
          />
        </div>
      ) : (
        <div className={styles.bar}>
            <p className={styles.count} role="status">
              {isBusy || !outcome ? t('bulk.working') : <Outcome outcome={outcome} />}
            </p>
            {!isBusy && outcome && !outcome.isUndone && outcome.changed.length > 0 && (
              <Button size="compact-md" variant="light" onClick={undo}>
                {t('bulk.undo')}
              </Button>
            )}
          <CloseButton className={styles.clear} aria-label={t('common.close')} onClick={dismiss} />
        </div>
      )}
    </div>
  );
}

function Outcome({ outcome: { action, changed, failures, isUndone } }: { outcome: BulkOutcome }) {
  const { t } = useTranslation();
  const done = isUndone ? t('bulk.undone', { count: changed.length }) : t(`bulk.done.${action.kind}`, { count: changed.length });
  return failures.length === 0 ? done : `${done}. ${t('bulk.refused', { count: failures.length, reason: failures[0]!.message })}`;
}
