import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ContextPane.module.css';

/** The context over the thread; read when it is first opened, as the inbox shows without it. */
export function ContextDrawer({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(360px, 100vw)"
      withCloseButton={false}
      aria-label={t('panes.context')}
      classNames={{ body: styles.drawer }}
    >
      {children}
    </Drawer>
  );
}
