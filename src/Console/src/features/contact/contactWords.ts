import type { Contact, Identity, MergePreview } from '../../api/contactTypes';

/** A language by its name, where it is a language; else as it was entered. */
export function languageName(code: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? code;
  } catch {
    return code; // not a code at all: an operator's own words
  }
}

/** What a person is called on a platform: their handle where there is one, else the platform's id. */
export const handleOf = ({ username, id }: Identity): string => (username ? `@${username}` : id);

/** The platforms of a person, each once, in the order they came to us. */
export const platformsOf = ({ identities }: Contact): string[] => [...new Set(identities.map(({ platform }) => platform))];

export type Gain = { field: 'name' | 'language' | 'phone' | 'email'; value: string };

/** What the one who stays gets of the one who joins. */
export function gainsOf({ contact, result }: MergePreview): Gain[] {
  const fields = ['name', 'phone', 'email', 'language'] as const;
  return fields.flatMap((field) => {
    const value = result[field];
    return contact[field] === null && value !== null ? [{ field, value }] : [];
  });
}

/** What the one who joins has otherwise, and therefore is not taken over: it comes back when they are separated. */
export function keptBackOf({ contact, other }: MergePreview): Gain[] {
  const fields = ['name', 'phone', 'email', 'language'] as const;
  return fields.flatMap((field) => {
    const value = other[field];
    const kept = contact[field];
    return value !== null && kept !== null && !saysTheSame(kept, value) ? [{ field, value }] : [];
  });
}

/** A number is the same however its digits are grouped. */
const saysTheSame = (a: string, b: string) => a === b || (/^[\d\s()+-]+$/.test(a) && a.replace(/\D/g, '') === b.replace(/\D/g, ''));

const recent = 10 * 60_000;

/** A merge so young that whoever made it may want it undone. */
export const isRecent = (mergedAt: string, now: number): boolean => now - Date.parse(mergedAt) < recent;
