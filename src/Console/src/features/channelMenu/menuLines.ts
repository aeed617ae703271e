/** A line as the API has it: with a key, an address, or lines of its own. */
export type MenuLine = { label: string; key?: string | null; url?: string | null; items?: MenuLine[] | null };

export const lineKinds = ['key', 'url', 'items'] as const;

export type LineKind = (typeof lineKinds)[number];

/** A line while it is being changed; what it does is chosen before it is filled in. */
export type DraftLine = { id: string; label: string; kind: LineKind; key: string; url: string; items: DraftLine[] };

/** What lines can do on a platform; one that is not here may take all. */
const kindsOn: Record<string, readonly LineKind[]> = {
  telegram: ['key'],
  messenger: ['key', 'url'],
  instagram: ['key', 'url'],
};

export const kindsFor = (platform: string, isWithin: boolean): readonly LineKind[] =>
  (kindsOn[platform] ?? lineKinds).filter((kind) => kind !== 'items' || !isWithin);

export const newLine = (): DraftLine => ({ id: crypto.randomUUID(), label: '', kind: 'key', key: '', url: '', items: [] });

export const draftOf = ({ label, key, url, items }: MenuLine): DraftLine => ({
  ...newLine(),
  label,
  kind: items ? 'items' : url ? 'url' : 'key',
  key: key ?? '',
  url: url ?? '',
  items: items?.map(draftOf) ?? [],
});

/** What of a line its kind makes count. */
export function lineOf({ label, kind, key, url, items }: DraftLine): MenuLine {
  switch (kind) {
    case 'items':
      return { label: label.trim(), items: items.map(lineOf) };
    case 'url':
      return { label: label.trim(), url: url.trim() };
    default:
      return { label: label.trim(), key: key.trim() };
  }
}

/** The same lines with one of them moved a place; at the end of its way it stays. */
export function move(lines: DraftLine[], from: number, step: 1 | -1): DraftLine[] {
  const to = from + step;
  return to < 0 || to >= lines.length ? lines : lines.with(from, lines[to]!).with(to, lines[from]!);
}
