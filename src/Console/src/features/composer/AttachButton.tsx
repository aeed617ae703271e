import { ActionIcon } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

export function AttachButton({ onChoose }: { onChoose: (file: File) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t('composer.attach')}
        title={t('composer.attach')}
        onClick={() => input.current?.click()}
      >
        <IconPaperclip size={19} />
      </ActionIcon>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('composer.attach')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again after it was removed.
          currentTarget.value = '';
          if (file) {
            onChoose(file);
          }
        }}
      />
    </>
  );
}
