import { TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './EditableLine.module.css';

type Props = {
  label: string;
  value: string | null;
  onSave: (value: string | null) => void;
  type?: 'text' | 'tel' | 'email' | 'date';
  inputMode?: 'decimal';
  /** How it reads while nobody edits it. */
  shown?: string;
  isLarge?: boolean;
};

/** A line that becomes a field where it stands. Enter and leaving keep what was typed, Escape does not. */
export function EditableLine({ label, value, onSave, type = 'text', inputMode, shown, isLarge }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const line = useRef<HTMLButtonElement>(null);

  const close = (keep: boolean) => {
    const next = typed?.trim() || null;
    if (keep && typed !== null && next !== value) {
      onSave(next);
    }
    setTyped(null);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close(event.key === 'Enter');
      requestAnimationFrame(() => line.current?.focus());
    }
  };

  if (typed !== null) {
    return (
      <TextInput
        className={styles.field}
        size={isLarge ? 'sm' : 'xs'}
        type={type}
        inputMode={inputMode}
        aria-label={label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={() => close(true)}
        maxLength={256}
        autoFocus
      />
    );
  }
  const words = value === null ? t('contact.empty') : (shown ?? value);
  return (
    <button
      ref={line}
      type="button"
      className={styles.line}
      data-large={isLarge}
      data-empty={value === null}
      aria-label={t(value === null ? 'contact.add' : 'contact.edit', { field: label, value: words })}
      onClick={() => setTyped(value ?? '')}
    >
      <bdi>{words}</bdi>
      <IconPencil className={styles.pencil} size={14} aria-hidden />
    </button>
  );
}
