import { Problem, readProblem } from './client';
import type { Media } from './types';

type Options = { key: string; signal: AbortSignal; onProgress: (share: number) => void };

/** Uploads a file and tells how far it is, which `fetch` cannot. */
export function upload(file: File, { key, signal, onProgress }: Options): Promise<Media> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.set('file', file);
    request.open('POST', '/api/v1/media');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Idempotency-Key', key);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) {
        resolve(request.response as Media);
      } else {
        reject(readProblem(request.status, request.statusText, (request.response ?? {}) as Record<string, unknown>));
      }
    };
    request.onerror = () => reject(new Problem(0, 'no-answer', 'The connection was lost.'));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
