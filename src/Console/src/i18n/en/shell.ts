export const shell = {
  app: { name: 'Rozmova', tagline: 'One inbox for every messenger' },
  nav: {
    label: 'Main',
    skip: 'Skip to the content',
    home: 'Home',
    inbox: 'Inbox',
    unread_one: '{{count}} unread conversation of yours',
    unread_other: '{{count}} unread conversations of yours',
    contacts: 'Contacts',
    settings: 'Settings',
    you: 'Your menu',
  },
  menu: {
    theme: 'Theme',
    themeAuto: 'Like the system',
    themeLight: 'Light',
    themeDark: 'Dark',
    language: 'Language',
    shortcuts: 'Keyboard shortcuts',
    signOut: 'Sign out',
  },
  role: { admin: 'Admin', operator: 'Operator', pending: 'Waits for approval', banned: 'Banned' },
  presence: { online: 'Online', away: 'Away', offline: 'Offline' },
  common: { save: 'Save', retry: 'Try again', cancel: 'Cancel', close: 'Close', loading: 'Loading', back: 'Back' },
  link: {
    offline: 'No connection. What you see may be out of date; reconnecting.',
  },
} as const;
