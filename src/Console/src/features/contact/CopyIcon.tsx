import { ActionIcon } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Puts a handle where it can be pasted from. */
export function CopyIcon({ value }: { value: string }) {
  const { t } = useTranslation();
  const { copy, copied } = useClipboard({ timeout: 1500 });
  const name = copied ? t('contact.copied') : t('contact.copy', { value });
  return (
    <ActionIcon variant="subtle" color="gray" size={28} aria-label={name} title={name} onClick={() => copy(value)}>
      {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
    </ActionIcon>
  );
}
