import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../api/client';
import type { ContentType, Media } from '../../api/types';

type Upload = { file: File; key: string };

/** One file beside the text: uploaded as soon as it is chosen. */
export function useAttachment() {
  const abort = useRef<AbortController>(undefined);
  const upload = useMutation({
    mutationFn: ({ file, key }: Upload) => {
      const form = new FormData();
      form.set('file', file);
      abort.current = new AbortController();
      return api.post<Media>('media', { body: form, idempotencyKey: key, signal: abort.current.signal });
    },
  });

  return {
    fileName: upload.variables?.file.name ?? null,
    media: upload.data ?? null,
    isUploading: upload.isPending,
    error: upload.error,
    attach: (file: File) => upload.mutate({ file, key: crypto.randomUUID() }),
    remove: () => {
      abort.current?.abort();
      upload.reset();
    },
  };
}

export type Attachment = ReturnType<typeof useAttachment>;

/** What a file is sent as. */
export function contentTypeOf(mimeType: string): ContentType {
  const kind = mimeType.split('/')[0];
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'file';
}
