import type { Conversation } from '../../api/types';

const place = /\{\{\s*([\w.]+)\s*\}\}/g;

/** The names a canned reply may use, in the order they are offered. */
export const variableNames = ['contact.name', 'contact.firstName', 'operator.name', 'operator.firstName', 'channel.name'] as const;

export type Values = Partial<Record<string, string>>;

const firstWord = (name: string) => name.trim().split(/\s+/)[0] ?? '';

/** What the names stand for in a conversation; a name nobody knows is left out. */
export function valuesFor({ contact, channel }: Conversation, operatorName: string): Values {
  return {
    ...(contact.name && { 'contact.name': contact.name, 'contact.firstName': firstWord(contact.name) }),
    'operator.name': operatorName,
    'operator.firstName': firstWord(operatorName),
    'channel.name': channel.name,
  };
}

/** The text with its places filled; what nothing is known for stays as it is, to be seen. */
export const fill = (text: string, values: Values): string =>
  text.replace(place, (whole, name: string) => values[name] ?? whole);

/** The places that are still open. */
export const openPlaces = (text: string): string[] => [...new Set([...text.matchAll(place)].map((found) => found[1]!))];
