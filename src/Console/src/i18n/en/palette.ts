export const palette = {
  palette: {
    title: 'All actions',
    placeholder: 'What do you want to do, or find?',
    conversations: 'Conversations',
    people: 'People',
    nothing: 'Nothing found',
  },
} as const;
