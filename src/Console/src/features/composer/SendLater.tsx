import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toLocalInput } from './sendTimes';

const longest = 90 * 24 * 60 * 60_000;

type Props = { isOpen: boolean; at?: Date; onClose: () => void; onChoose: (at: Date) => void };

/** Any time within ninety days, in the reader's own time zone. */
export function SendLater({ isOpen, at, onClose, onChoose }: Props) {
  const { t } = useTranslation();
  const [error, setError] = useState<string | null>(null);
  const inTwoHours = new Date(Math.ceil((Date.now() + 2 * 60 * 60_000) / 900_000) * 900_000);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new Date(String(new FormData(event.currentTarget).get('at')));
    const ahead = chosen.getTime() - Date.now();
    if (ahead > 0 && ahead < longest) {
      onChoose(chosen);
    } else {
      setError(t('schedule.wrongTime'));
    }
  };

  return (
    <Modal opened={isOpen} onClose={onClose} title={t('schedule.title')} size="sm" centered closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit}>
        <TextInput
          type="datetime-local"
          name="at"
          label={t('schedule.when')}
          defaultValue={toLocalInput(at ?? inTwoHours)}
          min={toLocalInput(new Date())}
          error={error}
          required
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit">{t('schedule.confirm')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
