import type { Channel, NewMessage } from '../../api/types';
import type { Draft, DraftFile } from './drafts';

type Content = NewMessage['content'];

const takesCaption = (file: DraftFile) => file.kind === 'image' || file.kind === 'video' || file.kind === 'file';

/** Keys come back when a button is pressed: its words, where the platform has room for them. */
function keyOf(text: string, place: number, mostBytes: number): string {
  return new TextEncoder().encode(text).length <= mostBytes ? text : `choice-${place + 1}`;
}

/** What a draft is sent as: a message for each file, the words under the first that may carry them, else on their own. */
export function toMessages(draft: Draft, channel: Channel | undefined): Content[] {
  const text = draft.text.trim();
  const buttons = draft.isNote ? [] : draft.buttons.map((button) => button.trim()).filter((button) => button !== '');
  if (buttons.length > 0 && text !== '') {
    const most = channel?.limits?.maxButtonKeyBytes ?? 64;
    const content: Content = {
      type: 'buttons',
      text,
      buttons: buttons.map((button, place) => ({ text: button, key: keyOf(button, place, most) })),
    };
    return [...draft.files.map(toContent), content];
  }

  const captioned = draft.files.find(takesCaption);
  const fits = captioned !== undefined && text.length <= (channel?.limits?.maxCaptionLength ?? 1024);
  const files = draft.files.map((file) => (fits && text && file === captioned ? { ...toContent(file), text } : toContent(file)));
  return text === '' || fits ? files : [{ type: 'text', text }, ...files];
}

const toContent = ({ kind, id }: DraftFile): Content => ({ type: kind, mediaId: id });
