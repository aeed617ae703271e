import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './CopyField.module.css';
import { useAnnounce } from './Notice';

/** Something to carry elsewhere: whole, selectable, and copied by one press. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    announce(t('setup.copied', { what: label }));
  };
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <div className={styles.line}>
        <code className={styles.value}>{value}</code>
        <Button
          variant="default"
          size="xs"
          leftSection={isCopied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
          onClick={() => void copy()}
        >
          {isCopied ? t('setup.copiedShort') : t('setup.copy')}
          <span className="rz-hidden"> {label}</span>
        </Button>
      </div>
      {hint && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
