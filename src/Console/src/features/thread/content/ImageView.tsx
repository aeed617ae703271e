import { Modal, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Content.module.css';

/** A photo as large as the bubble; a click shows it whole. */
export function ImageView({ url, alt }: { url: string; alt: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <UnstyledButton onClick={() => setOpen(true)} aria-label={`${alt}. ${t('content.openImage')}`}>
        <img className={styles.image} src={url} alt={alt} loading="lazy" />
      </UnstyledButton>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={alt}
        size="auto"
        centered
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <img className={styles.whole} src={url} alt={alt} />
      </Modal>
    </>
  );
}
