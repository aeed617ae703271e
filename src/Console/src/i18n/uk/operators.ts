export const operators = {
  operators: {
    title: 'Оператори',
    intro: 'Люди, які відповідають.',
    failed: 'Не вдалося прочитати операторів.',
  },
};
