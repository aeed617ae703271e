import { h } from './dom';

const address = /https?:\/\/[^\s<>"']+[^\s<>"'.,!?;:)\]]/g;

/** A text with its web addresses as links; everything in it stays text. */
export function withLinks(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    parts.push(text.slice(end, match.index), link(match[0], match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== '');
}

/** A link that opens beside the page, and learns nothing of it. */
export function link(href: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, ...children);
}

/** Whether an address is one to follow, and not a script. */
export function isWeb(href: string | undefined): href is string {
  return /^https?:\/\//i.test(href ?? '');
}
