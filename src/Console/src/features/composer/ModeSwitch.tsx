import { SegmentedControl } from '@mantine/core';
import { IconArrowBackUp, IconNote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './ModeSwitch.module.css';

/** Reply or note: it changes the colour, the border, the placeholder and the button's word, so they cannot be mistaken. */
export function ModeSwitch({ isNote, onChange }: { isNote: boolean; onChange: (isNote: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      className={styles.switch}
      data-note={isNote}
      size="xs"
      radius="md"
      aria-label={t('composer.mode')}
      value={isNote ? 'note' : 'reply'}
      onChange={(value) => onChange(value === 'note')}
      data={[
        { value: 'reply', label: <Label icon={IconArrowBackUp} word={t('composer.reply')} /> },
        { value: 'note', label: <Label icon={IconNote} word={t('composer.note')} /> },
      ]}
    />
  );
}

function Label({ icon: Icon, word }: { icon: typeof IconNote; word: string }) {
  return (
    <span className={styles.label}>
      <Icon size={15} aria-hidden />
      {word}
    </span>
  );
}
