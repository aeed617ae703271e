import { en, type Texts } from './en';
import { uk } from './uk';

/** The languages there are. Another one: a file like en.ts, and a line here. */
const languages: Record<string, Texts> = { en, uk };

/** Its code, the fuller tag by which times are written (`en-GB`), and its texts. */
export type Language = { code: string; locale: string; texts: Texts };

/** The first language of those wanted that there is, by its first part: `uk-UA` is `uk`. English where none fits. */
export function chooseLanguage(wanted: readonly (string | null | undefined)[]): Language {
  const codeOf = (tag: string | null | undefined) => tag?.split('-')[0]?.toLowerCase();
  const code = wanted.map(codeOf).find((known) => known && languages[known]) ?? 'en';
  const locale = wanted.find((tag) => tag?.includes('-') && codeOf(tag) === code) ?? code;
  return { code, locale, texts: languages[code] ?? en };
}

/** Puts values in the places of a text: `{count} messages`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The form of a text for a number, as the language counts. */
export function count(language: Language, forms: Record<string, string>, number: number): string {
  const form = new Intl.PluralRules(language.code).select(number);
  return fill(forms[form] ?? forms.other ?? '', { count: number });
}
