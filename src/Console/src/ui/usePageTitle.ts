import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

let page = '';
let badge = 0;

function show() {
  if (page === '') {
    return; // until the first page is there, the tab keeps the name it came with
  }
  document.title = badge > 0 ? `(${badge}) ${page}` : page;
}

/** What the tab of the browser is called while this part is shown. */
export function usePageTitle(title: string) {
  const { t } = useTranslation();
  const name = t('app.name');
  useEffect(() => {
    page = title ? `${title} · ${name}` : name;
    show();
  }, [title, name]);
}

/** A number before the name of the page, seen on a tab in the background; none when it is 0. */
export function badgeTitle(count: number) {
  badge = count;
  show();
}
