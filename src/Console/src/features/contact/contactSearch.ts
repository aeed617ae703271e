import type { ContactFilter } from './contactQueries';

const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value : undefined);

/** What the list of contacts is narrowed by, as it stands in the address. */
export const parseContactSearch = (search: Record<string, unknown>): ContactFilter => ({
  q: text(search.q),
  label: text(search.label),
  platform: text(search.platform),
});
