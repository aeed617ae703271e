import type { ParseKeys } from 'i18next';
import type { en } from '../../i18n/en';

type NameUnder<Key> = Key extends `field.${infer Name}` ? Name : never;

/** A setting as the API calls it; one with a dot is a member of an object. */
export type FieldName = NameUnder<ParseKeys>;

/** One setting, as a person fills it in. */
export type Field = {
  name: FieldName;
  kind?: 'text' | 'secret' | 'number' | 'choice' | 'long' | 'lines' | 'colour' | 'flag';
  isRequired?: boolean;
  /** Behind "More settings", or words of its own: most never touch it. */
  isRare?: boolean | ParseKeys;
  hint?: ParseKeys;
  placeholder?: string;
  choices?: readonly (keyof typeof en.choice)[];
  start?: string;
  /** What we may as well invent; shown, because the other side has to be told it. */
  invent?: 'words' | 'key';
  /** Only where another field says so. */
  when?: [FieldName, string];
};

export type Step = { text: ParseKeys; link?: string };

/** What is asked for to connect something of one kind. */
export type SetupForm = {
  intro: ParseKeys;
  /** What to fetch before the form can be filled in. */
  before: Step[];
  fields: Field[];
};
