import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Reply or note: it changes the colour, the border, the placeholder and the button's word, so they cannot be mistaken. */
export function ModeSwitch({ isNote, onChange }: { isNote: boolean; onChange: (isNote: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      radius="md"
      aria-label={t('composer.mode')}
      value={isNote ? 'note' : 'reply'}
      onChange={(value) => onChange(value === 'note')}
      data={[
        { value: 'reply', label: t('composer.reply') },
        { value: 'note', label: t('composer.note') },
      ]}
    />
  );
}
