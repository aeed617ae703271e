import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './ShortcutHelp.module.css';

const keys = [
  ['J', 'next'],
  ['K', 'previous'],
  ['R', 'reply'],
  ['N', 'writeNote'],
  ['T', 'take'],
  ['E', 'close'],
  ['/', 'search'],
  ['?', 'help'],
  ['Esc', 'leave'],
] as const;

export function ShortcutHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      centered
    >
      <dl className={styles.keys}>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(`shortcuts.${meaning}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{t('shortcuts.note')}</p>
    </Modal>
  );
}
