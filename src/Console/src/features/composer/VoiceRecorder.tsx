import { ActionIcon, Button } from '@mantine/core';
import { IconPlayerStopFilled, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRecording } from './useRecording';
import styles from './VoiceRecorder.module.css';

type Props = { onDone: (file: File) => void; onCancel: () => void };

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Records from the microphone: how loud it is, how long it lasts, and a way out. */
export function VoiceRecorder({ onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { level, seconds, error, stop, cancel } = useRecording(onDone, onCancel);
  return (
    <div className={styles.recorder} role="group" aria-label={t('voice.label')}>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('voice.cancel')} title={t('voice.cancel')} onClick={cancel}>
        <IconTrash size={19} />
      </ActionIcon>
      {error ? (
        <p className={styles.error} role="alert">
          {t('voice.noMicrophone')}
        </p>
      ) : (
        <>
          <span className={styles.dot} aria-hidden />
          <time className={styles.time}>{clock(seconds)}</time>
          <span className={styles.level} aria-hidden>
            <span style={{ transform: `scaleX(${level})` }} />
          </span>
          <Button leftSection={<IconPlayerStopFilled size={16} aria-hidden />} onClick={stop}>
            {t('voice.stop')}
          </Button>
        </>
      )}
    </div>
  );
}
