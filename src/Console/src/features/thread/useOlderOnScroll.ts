import { type RefObject, useEffect } from 'react';

type OlderPages = { hasNextPage: boolean; isFetching: boolean; fetchNextPage: () => Promise<unknown>; data: unknown };

const ahead = 800;

/** Reads older pages before the reader reaches the top, and while the first ones do not fill the screen. */
export function useOlderOnScroll(scroller: RefObject<HTMLElement | null>, pages: OlderPages): () => void {
  const load = () => {
    const element = scroller.current;
    if (!element || !pages.hasNextPage || pages.isFetching) {
      return;
    }
    const above = element.scrollHeight - element.clientHeight + element.scrollTop;
    if (above < ahead) {
      void pages.fetchNextPage();
    }
  };

  useEffect(load, [pages.data, pages.isFetching]);
  return load;
}
