import { describe, expect, it } from 'vitest';
import type { Contact, MergePreview } from '../../api/contactTypes';
import { gainsOf, handleOf, isRecent, keptBackOf, languageName, platformsOf } from './contactWords';

const contact = (change: Partial<Contact> = {}): Contact => ({
  id: '1',
  name: null,
  language: null,
  phone: null,
  email: null,
  avatarUrl: null,
  identities: [],
  labels: [],
  fields: {},
  merged: [],
  mergedInto: null,
  erasedAt: null,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  ...change,
});

const identity = (platform: string, username: string | null = null) => ({
  channelId: platform,
  platform,
  id: '77',
  name: null,
  username,
  blocked: false,
});

const preview: MergePreview = {
  contact: contact({ name: 'Olena' }),
  other: contact({ name: 'Helen', phone: '+380' }),
  result: contact({ name: 'Olena', phone: '+380' }),
  conversations: 1,
  otherConversations: 2,
};

describe('What a merge does, in words', () => {
  it('names what the one who stays lacked', () => expect(gainsOf(preview)).toEqual([{ field: 'phone', value: '+380' }]));

  it('names what of the other is not taken over', () =>
    expect(keptBackOf(preview)).toEqual([{ field: 'name', value: 'Helen' }]));

  it('takes a number for the same however it is written', () => {
    const phone = (written: string) => contact({ phone: written });
    const same = { ...preview, contact: phone('+380 50 111-22-33'), other: phone('380501112233') };

    expect(keptBackOf(same)).toEqual([]);
  });

  it('offers to undo only what has just been done', () => {
    expect(isRecent('2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:05:00Z'))).toBe(true);
    expect(isRecent('2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:15:00Z'))).toBe(false);
  });
});

describe('Who somebody is', () => {
  it('is a handle before it is a number', () => {
    expect(handleOf(identity('telegram', 'olena_k'))).toBe('@olena_k');
    expect(handleOf(identity('viber'))).toBe('77');
  });

  it('names each platform once', () =>
    expect(platformsOf(contact({ identities: [identity('viber'), identity('telegram'), identity('viber')] }))).toEqual([
      'viber',
      'telegram',
    ]));

  it('speaks a language by its name, or as somebody put it', () => {
    expect(languageName('uk', 'en')).toBe('Ukrainian');
    expect(languageName('surzhyk, mostly', 'en')).toBe('surzhyk, mostly');
  });
});
