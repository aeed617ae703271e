export const settings = {
  settings: {
    title: 'Налаштування',
    group: { you: 'Ви', work: 'Робота', place: 'Робочий простір' },
    entry: {
      profile: 'Профіль і вхід',
      appearance: 'Вигляд',
      notifications: 'Сповіщення',
      labels: 'Мітки',
      cannedReplies: 'Готові відповіді',
      contactFields: 'Поля контакту',
      operators: 'Оператори',
      channels: 'Канали',
      hours: 'Години роботи',
      quarantine: 'Карантин',
      apiKeys: 'Ключі API',
      audit: 'Журнал дій',
    },
  },
  appearance: {
    intro: 'Як Розмова виглядає для вас на цьому пристрої.',
  },
};
