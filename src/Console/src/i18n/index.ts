import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { uk } from './uk';

export const languages = { en: 'English', uk: 'Українська' } as const;

export type Language = keyof typeof languages;

const storageKey = 'rozmova.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

export const currentLanguage = (): Language => (i18next.language === 'uk' ? 'uk' : 'en');

export function chooseLanguage(language: Language) {
  localStorage.setItem(storageKey, language);
  void i18next.changeLanguage(language);
}

export function startTranslating() {
  const markDocument = (language: string) => {
    document.documentElement.lang = language;
  };
  i18next.on('languageChanged', markDocument);
  return i18next.use(initReactI18next).init({
    resources: { en: { translation: en }, uk: { translation: uk } },
    lng: localStorage.getItem(storageKey) ?? (navigator.language.startsWith('uk') ? 'uk' : 'en'),
    supportedLngs: Object.keys(languages),
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
  });
}
