export const operators = {
  operators: {
    title: 'Operators',
    intro: 'The people who answer.',
    failed: 'The operators could not be read.',
  },
} as const;
