import { useEffect } from 'react';

const panes = 'nav, main, aside, [data-pane]';
const reachable = 'a[href], button:not([disabled]), input, textarea, [tabindex="0"]';

const isVisible = (pane: HTMLElement) => pane.offsetParent !== null || pane.getClientRects().length > 0;

/** Puts the focus into a part of the page: where it can be used, else on the part itself. */
function enter(pane: HTMLElement) {
  const current = pane.querySelector<HTMLElement>('[aria-current]:not([tabindex="-1"])');
  const first = current ?? [...pane.querySelectorAll<HTMLElement>(reachable)].find((part) => part.tabIndex >= 0 && isVisible(part));
  if (!first) {
    pane.tabIndex = -1;
  }
  (first ?? pane).focus();
}

/** F6 goes on to the next part of the page, Shift+F6 back, as in the browser itself. */
export function usePaneKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || document.querySelector('[role="dialog"]')) {
        return;
      }
      const all = [...document.querySelectorAll<HTMLElement>(panes)].filter(isVisible);
      if (all.length > 0) {
        event.preventDefault();
        const here = all.findLastIndex((pane) => pane.contains(document.activeElement));
        const step = event.shiftKey ? -1 : 1;
        enter(all[(here + step + all.length) % all.length]!);
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
