import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Notice';
import { useErase } from './contactChanges';

type Props = { contactId: string; name: string; onClose: () => void };

/** What cannot be undone is typed. */
export function EraseDialog({ contactId, name, onClose }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const erase = useErase(contactId);
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isTyped) {
      erase.mutate(undefined, {
        onSuccess: () => {
          announce(t('contact.wasErased'));
          onClose();
        },
      });
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('contact.eraseTitle', { name })} closeButtonProps={{ 'aria-label': t('contact.cancel') }}>
      <form onSubmit={submit}>
        <p style={{ marginTop: 0 }}>{t('contact.eraseWhat')}</p>
        <p>{t('contact.eraseForGood')}</p>
        <TextInput
          label={t('contact.eraseType', { name })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('contact.cancel')}
          </Button>
          <Button type="submit" color="red" disabled={!isTyped} loading={erase.isPending}>
            {t('contact.eraseNow')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
