import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { en } from './en';

export const languages = { en: 'English', uk: 'Українська' } as const;

export type Language = keyof typeof languages;

const storageKey = 'rozmova.language';

/** A language is read when somebody reads it. */
const catalogues = {
  en: async () => (await import('./en')).en,
  uk: async () => (await import('./uk')).uk,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

export const currentLanguage = (): Language => (i18next.language === 'uk' ? 'uk' : 'en');

const read = async (language: Language) =>
  i18next.addResourceBundle(language, 'translation', await catalogues[language]());

export async function chooseLanguage(language: Language) {
  localStorage.setItem(storageKey, language);
  await read(language);
  await i18next.changeLanguage(language);
}

/** For those who look for a thing by its name in any language. */
export const readEveryLanguage = () => Promise.all((Object.keys(languages) as Language[]).map(read));

function firstLanguage(): Language {
  const chosen = localStorage.getItem(storageKey) ?? navigator.language.slice(0, 2);
  return chosen === 'uk' ? 'uk' : 'en';
}

export async function startTranslating() {
  const markDocument = (language: string) => {
    document.documentElement.lang = language;
  };
  i18next.on('languageChanged', markDocument);
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    resources: { [language]: { translation: await catalogues[language]() } },
    lng: language,
    supportedLngs: Object.keys(languages),
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
}
