import { useEffect, useState } from 'react';

/** For what covers the page for a while: when it goes, the focus is where it was, unless somebody moved it on. */
export function useReturnFocus() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) {
          before.focus();
        }
      });
    },
    [before],
  );
}
