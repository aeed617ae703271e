import type { Channel, ContentType } from '../../api/types';

/** What a file is sent as. */
export function contentTypeOf(mimeType: string): ContentType {
  const kind = mimeType.split('/')[0];
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'file';
}

/** Types a browser shows but messengers take only as files. */
const onlyFiles = new Set(['image/svg+xml', 'image/tiff', 'image/heic', 'image/bmp']);

/** What a channel would take a file as; null where it takes none like it. */
export function kindFor(mimeType: string, wanted: ContentType, channel: Channel | undefined): ContentType | null {
  const kind = onlyFiles.has(mimeType) ? 'file' : wanted;
  const takes = (type: ContentType) => channel === undefined || channel.capabilities.includes(type);
  const others: ContentType[] = kind === 'voice' ? ['voice', 'audio', 'file'] : [kind, 'file'];
  return others.find(takes) ?? null;
}

export type FileMistake = { kind: 'not-taken' } | { kind: 'too-large'; most: number } | { kind: 'empty' };

/** Why a file need not be uploaded at all; null when nothing speaks against it. */
export function findMistake(file: { size: number; type: string }, wanted: ContentType, channel: Channel | undefined): FileMistake | null {
  if (file.size === 0) {
    return { kind: 'empty' };
  }
  const kind = kindFor(file.type, wanted, channel);
  if (kind === null) {
    return { kind: 'not-taken' };
  }
  const most = channel?.limits?.maxFileBytes[kind];
  return most !== undefined && file.size > most ? { kind: 'too-large', most } : null;
}
