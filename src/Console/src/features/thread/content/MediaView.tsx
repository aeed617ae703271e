import { useTranslation } from 'react-i18next';
import type { MessageContent } from '../../../api/types';
import { AudioPlayer } from './AudioPlayer';
import styles from './Content.module.css';
import { FileCard, MissingFile } from './FileCard';
import { isRunnable } from './fileKind';
import { ImageTile } from './ImageTile';
import { VideoView } from './VideoView';

type Props = { messageId: string; content: MessageContent; author: string };

/** A file of any kind: on its way, failed, or shown as what it is. */
export function MediaView({ messageId, content, author }: Props) {
  const { t } = useTranslation();
  if (content.media === 'failed' || !content.url) {
    return <MissingFile content={content} />;
  }
  if (isRunnable(content)) {
    return <FileCard content={content} />;
  }
  const kind = t(`content.${content.type}`);
  const isMovie = content.mimeType?.startsWith('video/') ?? false;
  switch (content.type) {
    case 'image':
      return <ImageTile messageId={messageId} content={content} author={author} />;
    case 'audio':
    case 'voice':
      return <AudioPlayer url={content.url} label={content.fileName && content.type === 'audio' ? content.fileName : kind} />;
    case 'video':
      return <VideoView url={content.url} label={content.fileName ?? kind} />;
    case 'sticker':
      if (isMovie) {
        return <video className={styles.sticker} src={content.url} autoPlay loop muted playsInline aria-label={kind} />;
      }
      if (content.mimeType?.startsWith('image/')) {
        return <img className={styles.sticker} src={content.url} alt={[kind, content.text].filter(Boolean).join(' ')} />;
      }
      return <FileCard content={content} />;
    default:
      return <FileCard content={content} />;
  }
}
