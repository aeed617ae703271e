import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './ButtonsEditor.module.css';

type Props = { buttons: string[]; most: number; onChange: (buttons: string[]) => void };

/** The buttons that will stand under the text. Removing the last one takes them away. */
export function ButtonsEditor({ buttons, most, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.buttons} role="group" aria-label={t('composer.buttons')}>
      {buttons.map((text, place) => (
        <TextInput
          key={place}
          className={styles.button}
          size="xs"
          radius="xl"
          value={text}
          maxLength={64}
          autoFocus={text === ''}
          aria-label={t('composer.buttonNumber', { number: place + 1 })}
          placeholder={t('composer.buttonNumber', { number: place + 1 })}
          onChange={(event) => onChange(buttons.with(place, event.currentTarget.value))}
          rightSection={
            <CloseButton
              size="xs"
              aria-label={t('composer.removeButton', { number: place + 1 })}
              onClick={() => onChange(buttons.toSpliced(place, 1))}
            />
          }
        />
      ))}
      {buttons.length < most && (
        <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onChange([...buttons, ''])}>
          {t('composer.addButton')}
        </Button>
      )}
    </div>
  );
}
