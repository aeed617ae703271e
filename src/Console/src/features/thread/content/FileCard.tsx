import { Button, Loader } from '@mantine/core';
import {
  IconCode,
  IconDownload,
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMovie,
  IconMusic,
  IconPhoto,
  IconPresentation,
  IconRefresh,
  IconTable,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageContent } from '../../../api/types';
import { useFetchAgain } from '../threadQueries';
import styles from './Content.module.css';
import { type FileKind, fileKind } from './fileKind';
import { fileSize } from './fileSize';

const icons: Record<FileKind, typeof IconFile> = {
  pdf: IconFileTypePdf,
  sheet: IconTable,
  slides: IconPresentation,
  archive: IconFileZip,
  code: IconCode,
  text: IconFileText,
  picture: IconPhoto,
  music: IconMusic,
  film: IconMovie,
  other: IconFile,
};

/** A file to be downloaded. */
export function FileCard({ content }: { content: MessageContent }) {
  const { t } = useTranslation();
  const name = content.fileName || t(`content.${content.type}`);
  const Icon = icons[fileKind(content)];
  return (
    <a className={styles.card} href={content.url!} download={name} aria-label={t('content.download', { name })}>
      <span className={styles.cardIcon}>
        <Icon size={22} stroke={1.6} aria-hidden />
      </span>
      <span className={styles.cardWords}>
        <strong title={name}>
          <bdi>{name}</bdi>
        </strong>
        {content.size != null && <small>{fileSize(content.size)}</small>}
      </span>
      <IconDownload className={styles.cardEnd} size={18} aria-hidden />
    </a>
  );
}

/** A file that is on its way, or did not come. */
export function MissingFile({ content, isSquare = false }: { content: MessageContent; isSquare?: boolean }) {
  const { t } = useTranslation();
  const again = useFetchAgain(content.mediaId ?? '');
  const name = content.fileName || t(`content.${content.type}`);
  const hasFailed = content.media === 'failed';
  return (
    <div className={isSquare || content.type === 'image' || content.type === 'video' ? styles.pending : styles.card} data-square={isSquare}>
      {hasFailed ? <IconFile size={22} stroke={1.6} aria-hidden /> : <Loader size={18} aria-hidden />}
      <span className={styles.cardWords}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <small>{t(hasFailed ? 'content.mediaFailed' : 'content.pending')}</small>
      </span>
      {hasFailed && content.mediaId && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={again.isPending}
          onClick={() => again.mutate()}
        >
          {t('content.fetchAgain')}
        </Button>
      )}
    </div>
  );
}
