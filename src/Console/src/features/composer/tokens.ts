/** What is being typed that completes: `/hours`, `:smile`, `@olena`. */
export type Token = { kind: 'canned' | 'emoji' | 'person'; query: string; from: number; to: number };

const patterns: [Token['kind'], RegExp][] = [
  ['canned', /(?:^|\s)(\/([\p{L}\p{N}_-]{0,32}))$/u],
  ['emoji', /(?:^|\s)(:([\p{L}_]{2,24}))$/u],
  ['person', /(?:^|\s)(@([\p{L}\p{N}.'’-]{0,24}))$/u],
];

/** The token that ends where the caret stands; colleagues are named in notes only. */
export function tokenAt(text: string, caret: number, isNote: boolean): Token | null {
  const before = text.slice(0, caret);
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(before);
    if (found && (kind === 'person' ? isNote : true)) {
      return { kind, query: found[2]!.toLowerCase(), from: caret - found[1]!.length, to: caret };
    }
  }
  return null;
}

/** The text with the token replaced, and where the caret stands then. */
export function complete(text: string, token: Token, by: string): { text: string; caret: number } {
  return { text: text.slice(0, token.from) + by + text.slice(token.to), caret: token.from + by.length };
}
