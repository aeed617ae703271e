import type { SettingValue } from './channelQueries';
import { inventSecret } from './inventSecret';
import type { Field, PlatformForm } from './platformForms';

/** What stands in the fields: everything is text while it is being typed. */
export type Entries = Record<string, string>;

export function entriesOf(form: PlatformForm, stored: Record<string, SettingValue> | null): Entries {
  return Object.fromEntries(form.fields.map((field) => [field.name, entryOf(field, stored)]));
}

function entryOf(field: Field, stored: Record<string, SettingValue> | null): string {
  if (!stored) {
    return field.start ?? (field.invent ? inventSecret(field.invent) : '');
  }
  const value = stored[field.name];
  if (value === undefined || field.kind === 'secret') {
    return field.kind === 'choice' || field.kind === 'colour' ? (field.start ?? '') : '';
  }
  return Array.isArray(value) ? value.join('\n') : String(value);
}

export const isShown = (field: Field, entries: Entries) => !field.when || entries[field.when[0]] === field.when[1];

/** What to send: an empty secret means the one there is; any other emptied field is taken away. */
export function settingsOf(form: PlatformForm, entries: Entries, stored: Record<string, SettingValue> | null) {
  const settings: Record<string, SettingValue | null> = {};
  for (const field of form.fields.filter((shown) => isShown(shown, entries))) {
    const text = (entries[field.name] ?? '').trim();
    if (text !== '') {
      settings[field.name] = field.kind === 'lines' ? linesOf(text) : text;
    } else if (stored && field.name in stored && field.kind !== 'secret') {
      settings[field.name] = null;
    }
  }
  return settings;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
