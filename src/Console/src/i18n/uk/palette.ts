export const palette = {
  palette: {
    title: 'Усі дії',
    placeholder: 'Що зробити або знайти?',
    conversations: 'Розмови',
    people: 'Люди',
    nothing: 'Нічого не знайдено',
  },
};
