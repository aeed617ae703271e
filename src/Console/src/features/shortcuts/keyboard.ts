import { areSingleKeysOn } from './singleKeys';
import { whileTyping } from './shortcutTable';

/** A press as `KeyJ`, `Shift+KeyE`, `Alt+KeyJ`, `Mod+KeyK` (Ctrl, on a Mac Cmd), two after another as `KeyG KeyC`. */
export type Shortcuts = Partial<Record<string, () => void>>;

type Binding = { current: Shortcuts };

const patience = 1500;

const bindings: Binding[] = [];
let begun: { press: string; at: number } | null = null;

/** Adds bindings on top of those there are; returns how to take them away. */
export function bind(binding: Binding): () => void {
  if (bindings.length === 0) {
    window.addEventListener('keydown', dispatch);
  }
  bindings.push(binding);
  return () => {
    bindings.splice(bindings.indexOf(binding), 1);
    if (bindings.length === 0) {
      window.removeEventListener('keydown', dispatch);
    }
  };
}

/** What a press does here and now. */
export const actionOf = (press: string): (() => void) | undefined =>
  bindings.findLast(({ current }) => current[press])?.current[press];

export function pressOf(event: Pick<KeyboardEvent, 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>): string {
  const held = [
    (event.ctrlKey || event.metaKey) && 'Mod',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
  ].filter(Boolean);
  return [...held, event.code].join('+');
}

function dispatch(event: KeyboardEvent) {
  const press = pressOf(event);
  const isSingle = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.defaultPrevented || event.isComposing || isCovered() || (isSingle && (isTyping(event.target) || !areSingleKeysOn()))) {
    return;
  }

  const first = begun && Date.now() - begun.at < patience ? `${begun.press} ` : '';
  begun = null;
  const act = actionOf(first + press) ?? actionOf(press) ?? actionOf(whileTyping.get(press) ?? '');
  if (act) {
    event.preventDefault();
    act();
  } else if (bindings.some(({ current }) => Object.keys(current).some((known) => known.startsWith(`${press} `)))) {
    begun = { press, at: Date.now() };
  }
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'));

const isCovered = () => document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null;
