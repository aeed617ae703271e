import { describe, expect, it } from 'vitest';
import type { MessageTemplate } from '../../api/types';
import { emptyDraft, isComplete, toContent } from './templateDraft';

const template: MessageTemplate = {
  key: 'on_its_way',
  language: 'uk',
  title: 'on_its_way',
  category: 'utility',
  header: null,
  headerNeeds: null,
  text: 'Order {{1}} is on its way.',
  footer: null,
  buttons: [],
  buttonNeeds: [],
  parameters: ['1'],
  canSend: true,
};

const file = { id: 'm1', url: '/api/v1/media/m1', mimeType: 'image/png', fileName: 'a.png', size: 9 };

describe('a template that is being filled in', () => {
  it('is complete once its places are filled, and sends nothing it does not need', () => {
    const draft = emptyDraft(template, '');
    expect(isComplete(template, draft)).toBe(false);
    expect(isComplete(template, { ...draft, parameters: [' 17 '] })).toBe(true);
    expect(toContent(template, { ...draft, parameters: [' 17 '] })).toEqual({
      type: 'template', key: 'on_its_way', language: 'uk', parameters: ['17'],
    });
  });

  it('brings the picture above its text and the end of an address', () => {
    const rich: MessageTemplate = { ...template, headerNeeds: 'image', buttons: ['Confirm', 'Track'], buttonNeeds: ['key', 'url'] };
    const draft = emptyDraft(rich, 'Olena');
    expect(isComplete(rich, { ...draft, file })).toBe(false);
    expect(isComplete(rich, { ...draft, ends: ['', '17'] })).toBe(false);
    const filled = { ...draft, file, ends: ['', ' 17 '] };
    expect(isComplete(rich, filled)).toBe(true);
    expect(toContent(rich, filled)).toEqual({
      type: 'template', key: 'on_its_way', language: 'uk', parameters: ['Olena'], mediaId: 'm1', buttons: [{}, { url: '17' }],
    });
  });

  it('takes a place that is on the map only', () => {
    const here: MessageTemplate = { ...template, parameters: [], headerNeeds: 'location' };
    const draft = emptyDraft(here, '');
    const at = (latitude: string) => ({ ...draft, place: { latitude, longitude: '30.52', name: 'Shop' } });
    expect(isComplete(here, at('91'))).toBe(false);
    expect(isComplete(here, at(''))).toBe(false);
    expect(isComplete(here, at('50.45'))).toBe(true);
    expect(toContent(here, at('50.45'))).toMatchObject({ latitude: 50.45, longitude: 30.52, name: 'Shop' });
  });
});
