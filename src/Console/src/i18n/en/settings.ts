export const settings = {
  settings: {
    title: 'Settings',
    group: { you: 'You', work: 'Work', place: 'Workspace' },
    entry: {
      profile: 'Profile and sign-in',
      appearance: 'Appearance',
      notifications: 'Notifications',
      labels: 'Labels',
      cannedReplies: 'Canned replies',
      contactFields: 'Contact fields',
      operators: 'Operators',
      channels: 'Channels',
      hours: 'Hours',
      quarantine: 'Quarantine',
      apiKeys: 'API keys',
      audit: 'Audit log',
    },
  },
  appearance: {
    intro: 'How Rozmova looks to you, on this device.',
  },
} as const;
