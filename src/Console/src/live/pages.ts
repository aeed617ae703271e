import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '../api/types';

/** What the query cache holds for a list read page by page. */
export type Pages<T> = InfiniteData<Page<T>, unknown>;

export const itemsOf = <T>(pages: Pages<T> | undefined): T[] => pages?.pages.flatMap((page) => page.items) ?? [];

/** The same pages with each page's items changed; pages that stay as they are keep their identity. */
export function mapItems<T>(pages: Pages<T>, change: (items: T[]) => T[]): Pages<T> {
  let touched = false;
  const changed = pages.pages.map((page) => {
    const items = change(page.items);
    touched ||= items !== page.items;
    return items === page.items ? page : { ...page, items };
  });
  return touched ? { ...pages, pages: changed } : pages;
}
