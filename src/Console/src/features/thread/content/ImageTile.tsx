import { UnstyledButton } from '@mantine/core';
import { type CSSProperties, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageContent } from '../../../api/types';
import { ThreadContext } from '../threadContext';
import styles from './Content.module.css';
import { FileCard } from './FileCard';

type Props = { messageId: string; content: MessageContent; author: string; isSquare?: boolean };

/** The shapes of pictures seen so far: one that is scrolled back into sight takes its place at once. */
const shapes = new Map<string, number>();

const usual = 4 / 3;

/** A photo as large as the bubble; a click shows it whole. */
export function ImageTile({ messageId, content, author, isSquare = false }: Props) {
  const { t } = useTranslation();
  const thread = useContext(ThreadContext);
  const url = content.url!;
  const [shape, setShape] = useState(shapes.get(url));
  const [isBroken, setBroken] = useState(false);
  const words = (content.text || content.fileName)?.slice(0, 200);
  const alt = words ? t('content.imageSaying', { name: author, text: words }) : t('content.imageOf', { name: author });

  if (isBroken) {
    return <FileCard content={content} />;
  }
  return (
    <UnstyledButton
      className={isSquare ? styles.square : styles.image}
      style={{ '--shape': Math.min(2.6, Math.max(0.56, shape ?? usual)) } as CSSProperties}
      data-message={messageId}
      data-loaded={shape !== undefined}
      aria-label={`${alt}. ${t('content.openImage')}`}
      onClick={() => (thread ? thread.openImage(messageId) : window.open(url, '_blank', 'noopener'))}
    >
      <img
        src={url}
        alt={alt}
        decoding="async"
        onError={() => setBroken(true)}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
          const natural = naturalHeight > 0 ? naturalWidth / naturalHeight : usual;
          shapes.set(url, natural);
          setShape(natural);
        }}
      />
    </UnstyledButton>
  );
}
