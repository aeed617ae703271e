import { useQueryClient } from '@tanstack/react-query';
import { type Entries, isShown } from './settingsForm';
import type { SetupForm } from './settingFields';

const told = (id: string) => ['just-entered', id];

/** What was entered a moment ago and has to be entered at the other side too: the server never shows it again. */
export function useJustEntered(id: string) {
  const client = useQueryClient();
  return {
    value: client.getQueryData<Record<string, string>>(told(id)),
    keep: (owner: string, secrets: Record<string, string>) => client.setQueryData(told(owner), secrets),
  };
}

/** Of what was entered, the secrets we may have made up. */
export const inventedIn = (form: SetupForm, entries: Entries): Entries =>
  Object.fromEntries(
    form.fields.filter((field) => field.invent && isShown(field, entries)).map(({ name }) => [name, entries[name]!.trim()]),
  );
