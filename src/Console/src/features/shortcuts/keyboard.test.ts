import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actionOf, bind, pressOf } from './keyboard';
import { capsOf, shortcutTable } from './shortcutTable';
import { switchSingleKeys } from './singleKeys';

class Field {
  isContentEditable = false;
  matches = () => true;
}

type Keys = { code: string; altKey?: boolean; ctrlKey?: boolean; shiftKey?: boolean; target?: unknown };

describe('The keyboard', () => {
  const kept = new Map<string, string>();
  let isCovered = false;
  let stop = () => {};
  const done: string[] = [];
  const does = (...presses: string[]) => ({ current: Object.fromEntries(presses.map((press) => [press, () => done.push(press)])) });
  const press = ({ target = null, ...keys }: Keys) => {
    const event = new Event('keydown', { cancelable: true });
    Object.assign(event, { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...keys });
    Object.defineProperty(event, 'target', { value: target });
    window.dispatchEvent(event);
  };

  beforeEach(() => {
    done.length = 0;
    isCovered = false;
    vi.stubGlobal('HTMLElement', Field);
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('document', { querySelector: () => (isCovered ? {} : null) });
    vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) });
    switchSingleKeys(true);
  });

  afterEach(() => {
    stop();
    vi.unstubAllGlobals();
  });

  it('goes by the place of a key, whatever letter is on it', () => {
    expect(pressOf({ code: 'KeyE', shiftKey: true, altKey: false, ctrlKey: false, metaKey: false })).toBe('Shift+KeyE');
    expect(pressOf({ code: 'KeyK', shiftKey: false, altKey: false, ctrlKey: false, metaKey: true })).toBe('Mod+KeyK');
  });

  it('leaves single keys to a text field, but not those with Alt', () => {
    stop = bind(does('KeyR', 'Shift+KeyE'));

    press({ code: 'KeyR', target: new Field() });
    press({ code: 'KeyE', altKey: true, target: new Field() });
    press({ code: 'KeyR' });

    expect(done).toEqual(['Shift+KeyE', 'KeyR']);
  });

  it('takes two keys one after another for one action', () => {
    stop = bind(does('KeyG KeyC', 'KeyC'));

    press({ code: 'KeyG' });
    press({ code: 'KeyC' });
    press({ code: 'KeyC' });

    expect(done).toEqual(['KeyG KeyC', 'KeyC']);
  });

  it('does nothing behind a dialog, nor alone once single keys are off', () => {
    stop = bind(does('KeyT', 'Mod+KeyK'));

    isCovered = true;
    press({ code: 'KeyT' });
    press({ code: 'KeyK', ctrlKey: true });
    isCovered = false;
    switchSingleKeys(false);
    press({ code: 'KeyT' });
    press({ code: 'KeyK', ctrlKey: true });

    expect(done).toEqual(['Mod+KeyK']);
  });

  it('belongs to whoever came last, and again to the one before when they go', () => {
    const below = does('KeyT');
    const above = does('KeyT');
    stop = bind(below);
    const leave = bind(above);

    expect(actionOf('KeyT')).toBe(above.current.KeyT);
    leave();
    expect(actionOf('KeyT')).toBe(below.current.KeyT);
  });

  it('has one action for each press', () => {
    const presses = shortcutTable.flatMap((shortcut) => ('typing' in shortcut ? [shortcut.press, shortcut.typing] : [shortcut.press]));

    expect(new Set(presses).size).toBe(presses.length);
    expect(capsOf('Shift+KeyE')).toEqual(['Shift', 'E']);
    expect(capsOf('@export')).toEqual([]);
  });
});
