import { CloseButton, Loader } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '../thread/content/fileSize';
import styles from './Composer.module.css';
import type { Attachment } from './useAttachment';

/** The file that will go with the text, and how its upload fares. */
export function AttachmentChip({ attachment }: { attachment: Attachment }) {
  const { t } = useTranslation();
  const { fileName, media, isUploading, error, remove } = attachment;
  if (fileName === null) {
    return null;
  }
  return (
    <div className={styles.above} role="status">
      {isUploading ? <Loader size={16} role="progressbar" aria-label={t('composer.uploading')} /> : <IconPaperclip size={17} aria-hidden />}
      <span className={styles.aboveText}>
        {fileName}
        {media && ` · ${fileSize(media.size)}`}
        {error && <span className={styles.bad}> {t('composer.uploadFailed', { reason: error.message })}</span>}
      </span>
      <CloseButton aria-label={t('composer.removeAttachment', { name: fileName })} onClick={remove} />
    </div>
  );
}
