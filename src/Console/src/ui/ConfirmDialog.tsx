import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  isOpen: boolean;
  title: string;
  text: string;
  confirm: string;
  isPending: boolean;
  error: Error | null;
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks before something that cannot be taken back, and says what it takes along. */
export function ConfirmDialog({ isOpen, title, text, confirm, isPending, error, onClose, onConfirm }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Text mb="lg">{text}</Text>
      <div role="alert">
        {error && (
          <Alert color="red" py="xs" mb="md">
            {error.message}
          </Alert>
        )}
      </div>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color="red" variant="filled" bg="var(--rz-danger)" c="var(--rz-surface)" loading={isPending} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
