import { describe, expect, it } from 'vitest';
import { entriesOf, settingsOf } from './settingsForm';
import { guidedPlatforms, platformForms } from '../channels/platformForms';

const { telegram, webchat, custom } = platformForms;

describe('A set-up form', () => {
  it('invents the secrets that we may choose ourselves', () => {
    expect(entriesOf(custom, null).secret).toMatch(/^whsec_/);
    expect(entriesOf(telegram, null).token).toBe('');
  });

  it('sends lines as a list, and nothing of what is empty', () => {
    const entries = { ...entriesOf(webchat, null), allowedOrigins: ' https://a.example \n\nhttps://b.example' };

    expect(settingsOf(webchat, entries, null)).toEqual({
      colour: '#1f6f5c',
      allowedOrigins: ['https://a.example', 'https://b.example'],
    });
  });

  it('keeps a secret that was left alone, and takes away what was emptied', () => {
    const stored = { token: '••••', mode: 'webhook', baseUrl: 'http://localhost' };
    const entries = { ...entriesOf(telegram, stored), baseUrl: '' };

    expect(settingsOf(telegram, entries, stored)).toEqual({ mode: 'webhook', baseUrl: null });
  });

  it('does not send what another choice leaves out', () => {
    const entries = { ...entriesOf(telegram, null), token: '1:a' };

    expect(settingsOf(telegram, entries, null)).toEqual({ token: '1:a', mode: 'polling' });
  });

  it('names each field once on every platform', () => {
    for (const platform of guidedPlatforms) {
      const names = platformForms[platform].fields.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
