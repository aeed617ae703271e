export const shortcuts = {
  shortcuts: {
    title: 'Keyboard shortcuts',
    note: 'They work on every keyboard layout, and are off while you type.',
    next: 'Next conversation',
    previous: 'Previous conversation',
    reply: 'Write a reply',
    writeNote: 'Write a note',
    take: 'Take; with Shift, release',
    close: 'Close or reopen',
    search: 'Search',
    help: 'This help',
    leave: 'Leave the text field',
  },
} as const;
