import type { Settings, SettingValue } from '../../api/types';
import { inventSecret } from './inventSecret';
import type { Field, FieldName, SetupForm } from './settingFields';

/** What stands in the fields: everything is text while it is being typed. */
export type Entries = Record<string, string>;

export function entriesOf(form: SetupForm, stored: Settings | null): Entries {
  return Object.fromEntries(form.fields.map((field) => [field.name, entryOf(field, stored)]));
}

function entryOf(field: Field, stored: Settings | null): string {
  if (!stored) {
    return field.start ?? (field.invent ? inventSecret(field.invent) : '');
  }
  const value = settingIn(stored, field.name);
  if (value === undefined || field.kind === 'secret') {
    return field.kind === 'choice' || field.kind === 'colour' || field.kind === 'flag' ? (field.start ?? '') : '';
  }
  return Array.isArray(value) ? value.join('\n') : String(value);
}

/** A setting that is set; one with a dot in its name is looked for in its object. */
export function settingIn(stored: Settings, name: FieldName): SettingValue | undefined {
  const [first, ...rest] = name.split('.');
  const value = rest.reduce<Settings[string] | undefined>((within, part) => (isGroup(within) ? within[part] : undefined), stored[first!]);
  return value === null || isGroup(value) ? undefined : value;
}

export const isShown = (field: Field, entries: Entries) => !field.when || entries[field.when[0]] === field.when[1];

/** What to send: an empty secret means the one there is; any other emptied field is taken away. */
export function settingsOf(form: SetupForm, entries: Entries, stored: Settings | null): Settings {
  const settings: Settings = {};
  for (const field of form.fields.filter((shown) => isShown(shown, entries))) {
    const text = (entries[field.name] ?? '').trim();
    if (text !== '') {
      put(settings, field.name, valueOf(field, text));
    } else if (stored && settingIn(stored, field.name) !== undefined && field.kind !== 'secret') {
      put(settings, field.name, null);
    }
  }
  return settings;
}

function valueOf({ kind }: Field, text: string): SettingValue {
  switch (kind) {
    case 'lines':
      return linesOf(text);
    case 'flag':
      return text === 'true';
    default:
      return text;
  }
}

function put(settings: Settings, name: FieldName, value: SettingValue | null) {
  const path = name.split('.');
  const last = path.pop()!;
  const within = path.reduce<Settings>((group, part) => {
    const known = group[part];
    return isGroup(known) ? known : ((group[part] = {}) as Settings);
  }, settings);
  within[last] = value;
}

const isGroup = (value: Settings[string] | undefined): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
