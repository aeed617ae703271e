/** Every action with a name, in the order the help shows them. A press that begins with `@` is no key: the palette alone has it. */
export const shortcutTable = [
  { group: 'anywhere', press: 'Mod+KeyK', name: 'palette' },
  { group: 'anywhere', press: 'Slash', name: 'search' },
  { group: 'anywhere', press: 'KeyG KeyC', name: 'goConversations' },
  { group: 'anywhere', press: 'KeyG KeyP', name: 'goContacts' },
  { group: 'anywhere', press: 'KeyG KeyR', name: 'goReports' },
  { group: 'anywhere', press: 'KeyG KeyS', name: 'goSettings' },
  { group: 'anywhere', press: '@notifications', name: 'notifications' },
  { group: 'anywhere', press: 'Shift+Slash', typing: 'Mod+Slash', name: 'help' },
  { group: 'list', press: 'KeyJ', typing: 'Alt+KeyJ', name: 'next' },
  { group: 'list', press: 'KeyK', typing: 'Alt+KeyK', name: 'previous' },
  { group: 'list', press: 'BracketRight', name: 'nextTab' },
  { group: 'list', press: 'BracketLeft', name: 'previousTab' },
  { group: 'conversation', press: 'KeyR', typing: 'Alt+KeyR', name: 'reply' },
  { group: 'conversation', press: 'KeyN', typing: 'Alt+KeyN', name: 'writeNote' },
  { group: 'conversation', press: 'Alt+KeyA', name: 'attach' },
  { group: 'conversation', press: 'KeyT', name: 'take' },
  { group: 'conversation', press: 'Shift+KeyT', name: 'release' },
  { group: 'conversation', press: '@ask', name: 'ask' },
  { group: 'conversation', press: '@takeOver', name: 'takeOver' },
  { group: 'conversation', press: 'KeyA', name: 'assign' },
  { group: 'conversation', press: 'KeyL', name: 'label' },
  { group: 'conversation', press: 'KeyE', name: 'close' },
  { group: 'conversation', press: 'Shift+KeyE', typing: 'Alt+KeyE', name: 'closeAndNext' },
  { group: 'conversation', press: 'KeyS', name: 'snooze' },
  { group: 'conversation', press: '@copyLink', name: 'copyLink' },
  { group: 'conversation', press: '@export', name: 'export' },
  { group: 'conversation', press: 'Escape', name: 'leave' },
] as const;

export type Shortcut = (typeof shortcutTable)[number];

export const shortcutGroups = ['anywhere', 'list', 'conversation'] as const;

/** A press that also works in a text field, and the one it stands for. */
export const whileTyping: ReadonlyMap<string, string> = new Map(
  shortcutTable.flatMap((shortcut) => ('typing' in shortcut ? [[shortcut.typing, shortcut.press]] : [])),
);

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');
const caps: Record<string, string> = { Slash: '/', BracketRight: ']', BracketLeft: '[', Escape: 'Esc', Mod: isMac ? '⌘' : 'Ctrl' };

/** The caps to press, as they are printed on a Latin keyboard. */
export function capsOf(press: string): string[] {
  if (press.startsWith('@')) {
    return [];
  }
  return press === 'Shift+Slash' ? ['?'] : press.split(/[+ ]/).map((code) => caps[code] ?? code.replace(/^Key/, ''));
}
