import { useState } from 'react';
import styles from './Content.module.css';

/** The shapes of films seen so far, as of pictures. */
const shapes = new Map<string, number>();

export function VideoView({ url, label }: { url: string; label: string }) {
  const [shape, setShape] = useState(shapes.get(url) ?? 16 / 9);
  return (
    <video
      className={styles.video}
      style={{ aspectRatio: Math.min(2.4, Math.max(0.56, shape)) }}
      src={url}
      controls
      preload="metadata"
      playsInline
      aria-label={label}
      onLoadedMetadata={({ currentTarget: { videoWidth, videoHeight } }) => {
        if (videoHeight > 0) {
          shapes.set(url, videoWidth / videoHeight);
          setShape(videoWidth / videoHeight);
        }
      }}
    />
  );
}
