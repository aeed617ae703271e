import { ActionIcon, Modal } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconDownload, IconX, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../api/types';
import { ClockTime } from '../../../ui/Time';
import { useSpokenAuthor } from '../AuthorLine';
import { shownTime } from '../threadRows';
import styles from './ImageViewer.module.css';
import { useZoom } from './useZoom';

type Props = {
  /** The pictures of the conversation, in its order. */
  images: Message[];
  shown: string;
  onShow: (messageId: string) => void;
  onClose: () => void;
};

const step = 1.4;

/** A picture over everything else, with its neighbours a key away. */
export default function ImageViewer({ images, shown, onShow, onClose }: Props) {
  const { t } = useTranslation();
  const index = images.findIndex(({ id }) => id === shown);
  const message = images[index];
  const authorOf = useSpokenAuthor();
  const { zoom, isDragging, zoomBy, reset, stage } = useZoom();
  const go = (by: number) => images[index + by] && onShow(images[index + by]!.id);

  useEffect(reset, [shown, reset]);

  const keys: Partial<Record<string, () => void>> = {
    ArrowLeft: () => go(-1),
    ArrowRight: () => go(1),
    Equal: () => zoomBy(step),
    NumpadAdd: () => zoomBy(step),
    Minus: () => zoomBy(1 / step),
    NumpadSubtract: () => zoomBy(1 / step),
    Digit0: reset,
  };
  // Heard wherever the focus is: it may not have come here yet.
  useWindowEvent('keydown', (event) => {
    const act = keys[event.code];
    if (act && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      act();
    }
  });

  if (!message) {
    return null;
  }
  return (
    <Modal.Root opened onClose={onClose} fullScreen transitionProps={{ duration: 0 }}>
      <Modal.Content aria-label={t('viewer.label')}>
        <div className={styles.viewer}>
          <Head message={message} place={images.length > 1 ? `${index + 1} / ${images.length}` : null} zoomBy={zoomBy} onClose={onClose} />
          <div className={styles.stage} data-dragging={isDragging} data-zoomed={zoom.scale > 1} {...stage}>
            <img
              key={message.id}
              src={message.content.url!}
              alt={(message.content.text || message.content.fileName)?.slice(0, 300) || t('content.imageOf', { name: authorOf(message) })}
              draggable={false}
              style={{ transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` }}
            />
          </div>
          {index > 0 && (
            <ActionIcon className={styles.previous} size={48} radius="xl" aria-label={t('viewer.previous')} onClick={() => go(-1)}>
              <IconChevronLeft size={28} />
            </ActionIcon>
          )}
          {index < images.length - 1 && (
            <ActionIcon className={styles.next} size={48} radius="xl" aria-label={t('viewer.next')} onClick={() => go(1)}>
              <IconChevronRight size={28} />
            </ActionIcon>
          )}
          {message.content.text && (
            <p className={styles.caption} dir="auto">
              {message.content.text.slice(0, 600)}
            </p>
          )}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

type HeadProps = { message: Message; place: string | null; zoomBy: (factor: number) => void; onClose: () => void };

function Head({ message, place, zoomBy, onClose }: HeadProps) {
  const { t } = useTranslation();
  const author = useSpokenAuthor()(message);
  const { url, fileName } = message.content;
  return (
    <header className={styles.head}>
      <p className={styles.who}>
        <bdi>{author}</bdi> <ClockTime iso={shownTime(message)} />
        {place && (
          <span className={styles.place} aria-live="polite">
            {place}
          </span>
        )}
      </p>
      <ActionIcon className={styles.tool} size={40} aria-label={t('viewer.zoomOut')} title={`${t('viewer.zoomOut')} (−)`} onClick={() => zoomBy(1 / step)}>
        <IconZoomOut size={21} />
      </ActionIcon>
      <ActionIcon className={styles.tool} size={40} aria-label={t('viewer.zoomIn')} title={`${t('viewer.zoomIn')} (+)`} onClick={() => zoomBy(step)}>
        <IconZoomIn size={21} />
      </ActionIcon>
      <a className={styles.tool} href={url!} download={fileName ?? ''} aria-label={t('viewer.download')} title={t('viewer.download')}>
        <IconDownload size={21} />
      </a>
      <ActionIcon className={styles.tool} size={40} aria-label={t('common.close')} title={`${t('common.close')} (Esc)`} onClick={onClose}>
        <IconX size={22} />
      </ActionIcon>
    </header>
  );
}
