import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../../api/client';
import type { Channel, ContentType } from '../../api/types';
import { upload } from '../../api/upload';
import { contentTypeOf, type FileMistake, findMistake, kindFor } from './attachments';
import type { DraftFile } from './drafts';

/** A file on its way to us, or one that will not come. */
export type Upload = {
  key: string;
  file: File;
  kind: ContentType;
  /** From 0 to 1. */
  share: number;
  mistake: FileMistake | null;
  error: Error | null;
};

/** Files that were chosen, dropped or pasted: uploaded at once, several at a time, and handed over as they arrive. */
export function useUploads(channel: Channel | undefined, onDone: (file: DraftFile) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const aborts = useRef(new Map<string, AbortController>());

  const change = (key: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  const forget = useCallback((key: string) => {
    aborts.current.get(key)?.abort();
    aborts.current.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  }, []);

  const run = (one: Upload) => {
    const abort = new AbortController();
    aborts.current.set(one.key, abort);
    upload(one.file, { key: one.key, signal: abort.signal, onProgress: (share) => change(one.key, { share }) }).then(
      (media) => {
        forget(one.key);
        const kind = kindFor(media.mimeType, one.kind === 'voice' ? 'voice' : contentTypeOf(media.mimeType), channel) ?? 'file';
        onDone({ ...media, kind });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) {
          change(one.key, { error: error instanceof Error ? error : new Problem(0, 'no-answer', String(error)) });
        }
      },
    );
  };

  const add = (files: Iterable<File>, kind?: ContentType) => {
    const added = [...files].map((file): Upload => {
      const wanted = kind ?? contentTypeOf(file.type);
      return { key: crypto.randomUUID(), file, kind: wanted, share: 0, mistake: findMistake(file, wanted, channel), error: null };
    });
    setUploads((all) => [...all, ...added]);
    added.filter(({ mistake }) => mistake === null).forEach(run);
  };

  const again = (key: string) => {
    const one = uploads.find((known) => known.key === key);
    if (one) {
      change(key, { error: null, share: 0 });
      run(one);
    }
  };

  useEffect(() => {
    const running = aborts.current;
    return () => running.forEach((abort) => abort.abort());
  }, []);

  const kindOf = (mimeType: string) => ({ kind: kindFor(mimeType, contentTypeOf(mimeType), channel) ?? ('file' as const) });

  return { uploads, add, again, kindOf, remove: forget, isUploading: uploads.some(({ mistake, error }) => !mistake && !error) };
}

export type Uploads = ReturnType<typeof useUploads>;
