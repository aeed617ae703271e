import type { Message } from '../../api/types';
import { messagesOf, type ThreadRow } from './threadRows';

const lineHeight = 22;
const charactersPerLine = 60;

/** What a row will take, until it has been drawn: close enough that the scroll bar does not jump. */
export function estimateHeight(row: ThreadRow): number {
  switch (row.kind) {
    case 'day':
      return 52;
    case 'unread':
      return 44;
    case 'event':
      return 38;
    case 'album':
      return 250;
    case 'message':
      return contentHeight(messagesOf(row)[0]!) + (row.startsGroup ? 12 : 3) + 34;
  }
}

function contentHeight({ content, replyTo }: Message): number {
  const text = content.text ?? '';
  const lines = Math.min(24, Math.ceil(text.length / charactersPerLine) + (text.match(/\n/g)?.length ?? 0));
  return fileHeights[content.type] + (fileHeights[content.type] > 0 && !text ? 0 : Math.max(1, lines) * lineHeight) + (replyTo ? 46 : 0);
}

const fileHeights: Record<Message['content']['type'], number> = {
  image: 250,
  video: 250,
  sticker: 150,
  audio: 52,
  voice: 52,
  file: 52,
  location: 132,
  contact: 64,
  text: 0,
  buttons: 44,
  menu: 0,
  template: 0,
  unsupported: 24,
};
