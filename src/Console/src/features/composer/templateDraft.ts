import type { Media, MessageTemplate, NewMessage } from '../../api/types';

/** What an operator has filled in of a template so far. */
export type TemplateDraft = {
  parameters: string[];
  /** Words above the text. */
  text: string;
  place: { latitude: string; longitude: string; name: string };
  file: Media | null;
  /** The end of each button's address. */
  ends: string[];
};

export const emptyDraft = (template: MessageTemplate, firstValue: string): TemplateDraft => ({
  parameters: template.parameters.map((_, place) => (place === 0 ? firstValue : '')),
  text: '',
  place: { latitude: '', longitude: '', name: '' },
  file: null,
  ends: template.buttons.map(() => ''),
});

export function isComplete(template: MessageTemplate, draft: TemplateDraft): boolean {
  const needsEnd = (place: number) => template.buttonNeeds[place] === 'url';
  return (
    draft.parameters.every((value) => value.trim() !== '') &&
    hasHeader(template.headerNeeds, draft) &&
    draft.ends.every((end, place) => !needsEnd(place) || end.trim() !== '')
  );
}

export function toContent(template: MessageTemplate, draft: TemplateDraft): NewMessage['content'] {
  const ends = template.buttonNeeds.map((need, place) => (need === 'url' ? { url: draft.ends[place]?.trim() } : {}));
  return {
    type: 'template',
    key: template.key,
    language: template.language,
    parameters: draft.parameters.map((value) => value.trim()),
    ...headerOf(template.headerNeeds, draft),
    ...(template.buttonNeeds.includes('url') ? { buttons: ends } : {}),
  };
}

function hasHeader(needs: string | null, { text, place, file }: TemplateDraft): boolean {
  switch (needs) {
    case null:
      return true;
    case 'text':
      return text.trim() !== '';
    case 'location':
      return isWithin(place.latitude, 90) && isWithin(place.longitude, 180) && place.name.trim() !== '';
    default:
      return file !== null;
  }
}

function headerOf(needs: string | null, { text, place, file }: TemplateDraft): Partial<NewMessage['content']> {
  switch (needs) {
    case null:
      return {};
    case 'text':
      return { text: text.trim() };
    case 'location':
      return { latitude: Number(place.latitude), longitude: Number(place.longitude), name: place.name.trim() };
    default:
      return file ? { mediaId: file.id } : {};
  }
}

const isWithin = (degrees: string, most: number) => degrees.trim() !== '' && Math.abs(Number(degrees)) <= most;
