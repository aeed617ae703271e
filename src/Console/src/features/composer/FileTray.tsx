import { CloseButton, UnstyledButton } from '@mantine/core';
import { IconAlertCircle, IconFile, IconMicrophone, IconMusic, IconPhoto, IconVideo } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContentType } from '../../api/types';
import { fileSize } from '../thread/content/fileSize';
import type { DraftFile } from './drafts';
import styles from './FileTray.module.css';
import { useMistake } from './useMistake';
import type { Upload, Uploads } from './useUploads';

const icons: Partial<Record<ContentType, typeof IconFile>> = {
  image: IconPhoto,
  video: IconVideo,
  audio: IconMusic,
  voice: IconMicrophone,
};

type Props = { files: DraftFile[]; uploads: Uploads; onRemove: (id: string) => void };

/** The files that will go with the text: those that are here, and those on their way. */
export function FileTray({ files, uploads: { uploads, again, remove }, onRemove }: Props) {
  const { t } = useTranslation();
  if (files.length === 0 && uploads.length === 0) {
    return null;
  }
  return (
    <ul className={styles.tray} aria-label={t('composer.files')}>
      {files.map((file) => (
        <Tile
          key={file.id}
          name={file.kind === 'voice' ? t('content.voice') : file.fileName}
          kind={file.kind}
          picture={file.kind === 'image' ? file.url : null}
          onRemove={() => onRemove(file.id)}
        >
          {fileSize(file.size)}
        </Tile>
      ))}
      {uploads.map((upload) => (
        <UploadTile key={upload.key} upload={upload} onAgain={() => again(upload.key)} onRemove={() => remove(upload.key)} />
      ))}
    </ul>
  );
}

function UploadTile({ upload, onAgain, onRemove }: { upload: Upload; onAgain: () => void; onRemove: () => void }) {
  const { t } = useTranslation();
  const picture = useObjectUrl(upload.file);
  const mistake = useMistake()(upload);
  const percent = Math.round(upload.share * 100);
  return (
    <Tile name={upload.file.name} kind={upload.kind} picture={upload.kind === 'image' ? picture : null} isBad={mistake !== null} onRemove={onRemove}>
      {mistake ? (
        <span role="alert">
          {mistake}
          {upload.error && (
            <UnstyledButton className={styles.again} onClick={onAgain}>
              {t('unsent.retry')}
            </UnstyledButton>
          )}
        </span>
      ) : (
        <>
          <span
            className={styles.progress}
            role="progressbar"
            aria-label={t('composer.uploading')}
            aria-valuenow={percent}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <span style={{ width: `${percent}%` }} />
          </span>
          {t('composer.uploadedShare', { percent })}
        </>
      )}
    </Tile>
  );
}

type TileProps = {
  name: string;
  kind: ContentType;
  picture: string | null;
  isBad?: boolean;
  onRemove: () => void;
  children: ReactNode;
};

function Tile({ name, kind, picture, isBad = false, onRemove, children }: TileProps) {
  const { t } = useTranslation();
  const Icon = isBad ? IconAlertCircle : (icons[kind] ?? IconFile);
  return (
    <li className={styles.tile} data-bad={isBad}>
      {picture && !isBad ? <img className={styles.picture} src={picture} alt="" /> : <Icon className={styles.icon} size={20} aria-hidden />}
      <div className={styles.words}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.detail}>{children}</span>
      </div>
      <CloseButton size="sm" aria-label={t('composer.removeAttachment', { name })} onClick={onRemove} />
    </li>
  );
}

/** A local address for a picture that is not on the server yet. */
function useObjectUrl(file: File): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
