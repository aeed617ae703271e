import { Loader } from '@mantine/core';
import { IconFile, IconPhotoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageContent } from '../../../api/types';
import styles from './Content.module.css';
import { ImageView } from './ImageView';
import { fileSize } from './fileSize';

/** A file of any kind: on its way, failed, or shown as what it is. */
export function MediaView({ content, author }: { content: MessageContent; author: string }) {
  const { t } = useTranslation();
  const kind = t(`content.${content.type}`);
  const name = content.fileName ?? kind;

  if (content.media === 'failed') {
    return (
      <p className={styles.missing}>
        <IconPhotoOff size={20} aria-hidden />
        {name}: {t('content.mediaFailed')}
      </p>
    );
  }
  if (!content.url) {
    return (
      <p className={styles.missing}>
        <Loader size={16} aria-hidden />
        {name}: {t('content.pending')}
      </p>
    );
  }
  const isMovie = content.mimeType?.startsWith('video/');
  if (content.type === 'image') {
    return <ImageView url={content.url} alt={t('content.imageOf', { name: author })} />;
  }
  if (content.type === 'sticker' && !isMovie && content.mimeType?.startsWith('image/')) {
    return <img className={styles.sticker} src={content.url} alt={[kind, content.text].filter(Boolean).join(' ')} />;
  }
  if (content.type === 'audio' || content.type === 'voice') {
    return <audio className={styles.audio} src={content.url} controls preload="metadata" aria-label={kind} />;
  }
  if (content.type === 'video' || (content.type === 'sticker' && isMovie)) {
    return <video className={styles.video} src={content.url} controls preload="metadata" aria-label={name} />;
  }
  return (
    <a className={styles.card} href={content.url} download={name} aria-label={t('content.download', { name })}>
      <IconFile size={26} stroke={1.6} aria-hidden />
      <span>
        <strong>{name}</strong>
        <small>{content.size != null && fileSize(content.size)}</small>
      </span>
    </a>
  );
}
