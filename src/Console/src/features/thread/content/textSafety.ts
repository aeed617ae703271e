/** Plain text as the pieces it is drawn from. */
export type TextPiece =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  /** An invisible character that could turn the words around it; it is named instead of obeyed. */
  | { kind: 'override'; text: string };

const overrides = /[\u202d\u202e]/;
const overrideNames: Record<string, string> = { '\u202d': 'LRO', '\u202e': 'RLO' };

// Only these become links: an address of the web, of a mailbox, or a phone number in its international form.
const links =
  /(https?:\/\/[^\s<>"\u202a-\u202e\u2066-\u2069]*[^\s<>".,;:!?)\]}'»\u202a-\u202e\u2066-\u2069])|((?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)|((?:tel:)?\+\d[\d ()-]{6,18}\d)/gi;

export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(links)) {
    pieces.push(...withoutOverrides(text.slice(from, match.index)));
    pieces.push({ kind: 'link', text: match[0], href: hrefOf(match) });
    from = match.index + match[0].length;
  }
  pieces.push(...withoutOverrides(text.slice(from)));
  return pieces;
}

function hrefOf([found, web, mail]: RegExpMatchArray): string {
  if (web) {
    return found;
  }
  return mail ? `mailto:${found.replace(/^mailto:/i, '')}` : `tel:${found.replace(/[^\d+]/g, '')}`;
}

function withoutOverrides(text: string): TextPiece[] {
  if (!overrides.test(text)) {
    return text === '' ? [] : [{ kind: 'text', text }];
  }
  return text
    .split(/([\u202d\u202e])/)
    .filter((part) => part !== '')
    .map((part) => (overrides.test(part) ? { kind: 'override', text: overrideNames[part]! } : { kind: 'text', text: part }));
}

/** The language a text is most likely in, for those who have it read aloud; `undefined` where its letters do not tell. */
export function languageOf(text: string): 'uk' | 'ru' | 'en' | undefined {
  const sample = text.slice(0, 400).replace(/https?:\/\/\S+/g, '');
  if (/[іїєґ]/i.test(sample)) {
    return 'uk';
  }
  if (/[ыэъё]/i.test(sample)) {
    return 'ru';
  }
  if (/[а-я]/i.test(sample)) {
    return 'uk';
  }
  return /[a-z]{2}/i.test(sample) && !/[^\p{ASCII}\p{P}\p{S}\p{M}\u200d]/u.test(sample) ? 'en' : undefined;
}

const folded = { characters: 1500, lines: 24 };

/** The beginning of a text too long to stand open among others; the whole of any other. */
export function beginningOf(text: string): string {
  const lines = text.split('\n', folded.lines + 1);
  const few = lines.length > folded.lines ? lines.slice(0, folded.lines).join('\n') : text;
  if (few.length <= folded.characters * 1.2) {
    return few;
  }
  const cut = few.slice(0, folded.characters);
  // Half of a character outside the basic plane is no character.
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** One to three emoji and nothing else: said with the face, and shown larger. */
export const isEmojiAlone = (text: string): boolean =>
  text.length <= 40 && /^(?:\p{Extended_Pictographic}(?:\ufe0f|\p{EMod})?(?:\u200d\p{Extended_Pictographic}\ufe0f?)*\s*){1,3}$/u.test(text);
