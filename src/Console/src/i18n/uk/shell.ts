export const shell = {
  app: { name: 'Розмова', tagline: 'Одна скринька для всіх месенджерів' },
  nav: { label: 'Головна навігація', inbox: 'Розмови', settings: 'Налаштування', you: 'Ваше меню' },
  menu: {
    theme: 'Тема',
    themeAuto: 'Як у системі',
    themeLight: 'Світла',
    themeDark: 'Темна',
    language: 'Мова',
    shortcuts: 'Клавіатурні скорочення',
    signOut: 'Вийти',
  },
  role: { admin: 'Адміністратор', operator: 'Оператор', pending: 'Чекає схвалення', banned: 'Заблоковано' },
  presence: { online: 'У мережі', away: 'Відійшов', offline: 'Не в мережі' },
  common: { retry: 'Спробувати ще', cancel: 'Скасувати', close: 'Закрити', loading: 'Завантаження', back: 'Назад' },
  link: {
    offline: 'Немає зв’язку. Показане може бути застарілим; з’єднуємося знову.',
  },
};
