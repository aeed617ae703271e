/** A piece of a text: what was looked for, or what stands between. */
export type Piece = { text: string; isMatch: boolean };

const operator = /(?<!\S)(from|channel|has|after|before):("[^"]+"|[^\s"]+)/giu;
const word = /[\p{L}\p{N}\p{Mn}]+/gu;

const fold = (text: string) => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();

/** The words the server looks for: runs of letters and digits, without the operators. */
export function wordsOf(typed: string): string[] {
  return [...typed.replace(operator, ' ').matchAll(word)].map(([found]) => fold(found));
}

/** The text in pieces; a word that begins with one looked for is marked as far as it agrees. */
export function piecesOf(text: string, words: string[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(word)) {
    const looked = words.find((wanted) => fold(match[0]).startsWith(wanted));
    if (looked) {
      const length = foldedLength(match[0], looked.length);
      pieces.push({ text: text.slice(end, match.index), isMatch: false });
      pieces.push({ text: match[0].slice(0, length), isMatch: true });
      end = match.index + length;
    }
  }
  return [...pieces, { text: text.slice(end), isMatch: false }].filter((piece) => piece.text !== '');
}

/** How much of the written word makes so many letters without their marks. */
function foldedLength(written: string, letters: number): number {
  let length = 0;
  while (length < written.length && fold(written.slice(0, length)).length < letters) {
    length++;
  }
  return length;
}

/** A long text from a little before the first match on, so that it shows in one line. */
export function clip(text: string, words: string[], lead = 24): string {
  const line = text.replace(/\s+/g, ' ');
  const at = [...line.matchAll(word)].find((match) => words.some((wanted) => fold(match[0]).startsWith(wanted)))?.index ?? 0;
  if (at <= lead) {
    return line;
  }
  const space = line.indexOf(' ', at - lead);
  return `…${line.slice(space >= 0 && space < at ? space + 1 : at)}`;
}
