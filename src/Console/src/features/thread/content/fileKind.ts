import type { MessageContent } from '../../../api/types';

export type FileKind = 'text' | 'sheet' | 'slides' | 'pdf' | 'archive' | 'code' | 'picture' | 'music' | 'film' | 'other';

const byExtension: [FileKind, RegExp][] = [
  ['pdf', /\.pdf$/i],
  ['sheet', /\.(xlsx?|ods|csv|tsv)$/i],
  ['slides', /\.(pptx?|odp|key)$/i],
  ['archive', /\.(zip|rar|7z|gz|tar|bz2|xz)$/i],
  ['code', /\.(html?|xml|json|js|ts|svg|css|cs|py|sh)$/i],
  ['text', /\.(docx?|odt|rtf|txt|md)$/i],
];

/** What a file is, by its name and else by its type: for the icon beside it. */
export function fileKind({ fileName, mimeType }: MessageContent): FileKind {
  const named = byExtension.find(([, pattern]) => pattern.test(fileName ?? ''));
  if (named) {
    return named[0];
  }
  const [family, kind = ''] = (mimeType ?? '').split('/');
  if (family === 'image') {
    return kind.startsWith('svg') ? 'code' : 'picture';
  }
  return family === 'audio' ? 'music' : family === 'video' ? 'film' : kind === 'pdf' ? 'pdf' : family === 'text' ? 'text' : 'other';
}

/** A picture a browser would run as a document, or a document itself: those are only downloaded. */
export const isRunnable = ({ fileName, mimeType }: MessageContent): boolean =>
  /svg|html|xml/i.test(mimeType ?? '') || /\.(svgz?|html?|xhtml|xml)$/i.test(fileName ?? '');
