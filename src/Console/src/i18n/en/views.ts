export const views = {
  views: {
    title: 'Views',
    own: 'Yours',
    shared: 'For everybody',
    empty: 'Set the filters and the order you need, and save them here under a name.',
    saveAs: 'Save this list as',
    save: 'Save',
    forEverybody: 'For everybody',
    saved: '{{name}} is saved.',
    edit: 'Change {{name}}',
    name: 'Name',
    useThis: 'Take the filters and the order of the list shown',
    delete: 'Delete',
    deleted: '{{name}} is deleted.',
    failed: 'The views could not be read.',
  },
} as const;
