import { ActionIcon, Loader, Popover } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const EmojiPicker = lazy(() => import('./EmojiPicker').then((module) => ({ default: module.EmojiPicker })));

/** Opens the picker, which is loaded the first time. */
export function EmojiButton({ onPick }: { onPick: (character: string) => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" trapFocus returnFocus shadow="md" radius="lg">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('composer.emoji')}
          title={t('composer.emoji')}
          aria-expanded={isOpen}
          onClick={() => setOpen((last) => !last)}
        >
          <IconMoodSmile size={19} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={10}>
        <Suspense fallback={<Loader size="sm" role="progressbar" aria-label={t('common.loading')} />}>
          <EmojiPicker
            onPick={(character) => {
              setOpen(false);
              onPick(character);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
