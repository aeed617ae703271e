const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const cyrillic = 'йцукенгшщзхїфівапролджєячсмитьбю';

const plain = (text: string) => text.toLocaleLowerCase().normalize('NFC');

/** What was meant when the wrong keyboard layout was on: `ефлу` is `take`. */
export const otherLayout = (text: string): string =>
  [...plain(text)]
    .map((letter) => {
      const fromCyrillic = latin[cyrillic.indexOf(letter)];
      return cyrillic.includes(letter) ? fromCyrillic : (cyrillic[latin.indexOf(letter)] ?? letter);
    })
    .join('');

/** How well a text fits what was typed, from 0 to 1: its beginning best, then a word's, then any place, then scattered letters. */
function fitOf(typed: string, text: string): number {
  const at = text.indexOf(typed);
  if (at === 0) {
    return 1;
  }
  if (at > 0) {
    return /[\s(«“"'-]/.test(text[at - 1]!) ? 0.9 : 0.7;
  }
  let from = 0;
  let gaps = 0;
  for (const letter of typed) {
    const next = text.indexOf(letter, from);
    if (next < 0) {
      return 0;
    }
    gaps += from > 0 ? next - from : 0;
    from = next + 1;
  }
  return typed.length > 1 && gaps <= typed.length * 2 ? 0.5 - gaps / 100 : 0;
}

/** The items that fit, the best first; each is known by several names. Nothing typed keeps all as they are. */
export function rank<T>(items: T[], query: string, namesOf: (item: T) => string[]): T[] {
  const typed = plain(query.trim());
  if (!typed) {
    return items;
  }
  const ways = [typed, otherLayout(typed)];
  return items
    .map((item) => ({ item, fit: Math.max(...namesOf(item).flatMap((name) => ways.map((way) => fitOf(way, plain(name))))) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
    .map(({ item }) => item);
}
