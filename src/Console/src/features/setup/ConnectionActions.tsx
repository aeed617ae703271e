import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useAnnounce } from '../../ui/Notice';
import styles from './ConnectionForm.module.css';

type Props = {
  name: string;
  isEnabled: boolean;
  /** What goes with it. */
  deleteText: string;
  change: { isPending: boolean; mutate: (change: { enabled: boolean }, options: { onError: (error: Error) => void }) => void };
  remove: { isPending: boolean; error: Error | null; mutate: (nothing: undefined, options: { onSuccess: () => void }) => void };
  onDeleted: () => void;
};

/** Off and on again, or away for good: what that means is said before it happens. */
export function ConnectionActions({ name, isEnabled, deleteText, change, remove, onDeleted }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [isDeleting, setDeleting] = useState(false);
  return (
    <div className={styles.buttons}>
      <Button
        variant="default"
        loading={change.isPending}
        onClick={() => change.mutate({ enabled: !isEnabled }, { onError: (error) => announce(error.message, 'bad') })}
      >
        {isEnabled ? t('channels.switchOff') : t('channels.switchOn')}
      </Button>
      <Button variant="default" c="var(--rz-danger)" onClick={() => setDeleting(true)}>
        {t('channels.delete')}
      </Button>
      <ConfirmDialog
        isOpen={isDeleting}
        title={t('channels.deleteTitle', { name })}
        text={deleteText}
        confirm={t('channels.delete')}
        isPending={remove.isPending}
        error={remove.error}
        onClose={() => setDeleting(false)}
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: () => {
              announce(t('setup.deleted', { name }));
              onDeleted();
            },
          })
        }
      />
    </div>
  );
}
