import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { type CSSProperties, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { audioDeck, usePlaying } from './audioDeck';
import styles from './AudioPlayer.module.css';

const speeds = [1, 1.5, 2];

/** How long sounds are, as far as it is known: asked for once. */
const lengths = new Map<string, number>();

const clock = (seconds: number) => {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** A sound or a voice note: play, move within it, and the pace. */
export function AudioPlayer({ url, label }: { url: string; label: string }) {
  const { t, i18n } = useTranslation();
  const { isPlaying, time, speed } = usePlaying(url);
  const length = useLength(url);
  const isBegun = isPlaying || time > 0;
  const pace = new Intl.NumberFormat(i18n.language).format(speed);
  return (
    <div className={styles.player} role="group" aria-label={label}>
      <ActionIcon
        size={38}
        radius="xl"
        aria-label={t(isPlaying ? 'content.pause' : 'content.play')}
        onClick={() => audioDeck.toggle(url)}
      >
        {isPlaying ? <IconPlayerPauseFilled size={18} /> : <IconPlayerPlayFilled size={18} />}
      </ActionIcon>
      <div className={styles.middle}>
        <input
          className={styles.track}
          type="range"
          min={0}
          max={length || 1}
          step={0.1}
          value={Math.min(time, length || 1)}
          style={{ '--played': length ? time / length : 0 } as CSSProperties}
          aria-label={t('content.seek')}
          aria-valuetext={t('content.seekAt', { time: clock(time), length: clock(length) })}
          onChange={(event) => audioDeck.seek(url, Number(event.currentTarget.value))}
        />
        <p className={styles.facts}>
          <span>{isBegun ? `${clock(time)} / ${clock(length)}` : length ? clock(length) : '–:––'}</span>
          <span className={styles.label}>
            <bdi>{label}</bdi>
          </span>
        </p>
      </div>
      <UnstyledButton
        className={styles.speed}
        aria-label={t('content.speed', { speed: pace })}
        onClick={() => audioDeck.setSpeed(speeds[(speeds.indexOf(speed) + 1) % speeds.length]!)}
      >
        {pace}×
      </UnstyledButton>
    </div>
  );
}

function useLength(url: string): number {
  const [length, setLength] = useState(lengths.get(url) ?? 0);

  useEffect(() => {
    if (lengths.has(url)) {
      return;
    }
    const probe = new Audio();
    probe.preload = 'metadata';
    probe.onloadedmetadata = () => {
      if (Number.isFinite(probe.duration)) {
        lengths.set(url, probe.duration);
        setLength(probe.duration);
      }
    };
    probe.src = url;
    return () => {
      probe.onloadedmetadata = null;
      probe.removeAttribute('src');
    };
  }, [url]);

  return length;
}
