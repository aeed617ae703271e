import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Another conversation is the same page: the focus stays with what led there. */
const pageOf = (path: string) => (path.startsWith('/conversations') ? '/conversations' : path);

/** Moves the focus to the heading of a page somebody came to, so that reading and Tab go on there. */
export function useArrival() {
  const page = useRouterState({ select: ({ resolvedLocation, location }) => pageOf((resolvedLocation ?? location).pathname) });
  const last = useRef(page);

  useEffect(() => {
    if (last.current === page) {
      return;
    }
    last.current = page;
    const place = document.querySelector<HTMLElement>('main h1, h1') ?? document.querySelector('main');
    if (place) {
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
    }
  }, [page]);
}
