import type { Texts } from '../i18n/en';
import type { Button, Content } from '../net/protocol';
import { h, icon } from './dom';
import { isWeb, link, withLinks } from './links';

type Means = {
  texts: Texts;
  /** A file's whole address; null for one that is not ours. */
  file: (path: string) => string | null;
  press: (key: string, text: string) => void;
};

/** What a message says, as elements of a bubble. */
export function contentOf(content: Content, means: Means): (Node | string)[] {
  const href = content.url ? means.file(content.url) : null;
  const words = content.text ? [h('p', { class: 'words' }, ...withLinks(content.text))] : [];
  switch (content.type) {
    case 'text':
      return words;
    case 'image':
    case 'sticker':
      return [href ? picture(href, content, means.texts) : waiting(means.texts.photo), ...words];
    case 'video':
      return [href ? player('video', href, means.texts.video) : waiting(means.texts.video), ...words];
    case 'audio':
    case 'voice':
      return [href ? player('audio', href, means.texts.audio) : waiting(means.texts.audio), ...words];
    case 'file':
      return [href ? download(href, content, means.texts) : waiting(means.texts.file), ...words];
    case 'location':
      return [place(content, means.texts)];
    case 'contact':
      return [card(content)];
    case 'buttons':
    case 'menu':
      return [...words, ...choices(content.buttons ?? [], means)];
    default:
      return [h('p', { class: 'quiet' }, means.texts.unsupported)];
  }
}

/** One line of it, for a quote or for those who listen. */
export function summary(content: Content, texts: Texts): string {
  const names: Record<string, string> = { image: texts.photo, sticker: texts.photo, video: texts.video, audio: texts.audio, voice: texts.audio };
  return content.text || content.name || content.fileName || (names[content.type] ?? texts.file);
}

export function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function picture(href: string, content: Content, texts: Texts): Node {
  const image = h('img', { src: href, alt: content.fileName ?? texts.photo, class: content.type, loading: 'lazy' });
  return link(href, image);
}

function player(tag: 'video' | 'audio', src: string, label: string): Node {
  return h(tag, { src, controls: true, preload: 'metadata', 'aria-label': label });
}

function download(href: string, content: Content, texts: Texts): Node {
  const name = content.fileName ?? texts.file;
  const anchor = link(href, icon('file'), h('span', { class: 'about' }, h('span', { class: 'name' }, name),
    h('span', { class: 'quiet' }, content.size === undefined ? texts.download : size(content.size))));
  anchor.className = 'card';
  anchor.setAttribute('download', name);
  return anchor;
}

function place({ latitude = 0, longitude = 0, name }: Content, texts: Texts): Node {
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  const anchor = link(href, icon('pin'), h('span', { class: 'about' }, h('span', { class: 'name' }, name ?? `${latitude}, ${longitude}`),
    h('span', { class: 'quiet' }, texts.map)));
  anchor.className = 'card';
  return anchor;
}

function card({ name = '', phone }: Content): Node {
  const number = phone ? h('a', { href: `tel:${phone.replace(/[^+\d]/g, '')}` }, phone) : null;
  return h('span', { class: 'card' }, icon('person'), h('span', { class: 'about' }, h('span', { class: 'name' }, name), number));
}

function choices(buttons: Button[], means: Means): Node[] {
  if (buttons.length === 0) {
    return [];
  }
  return [h('div', { class: 'choices' }, ...buttons.map((choice) => {
    if (isWeb(choice.url)) {
      const anchor = link(choice.url, choice.text);
      anchor.className = 'choice';
      return anchor;
    }
    const button = h('button', { type: 'button', class: 'choice' }, choice.text);
    button.onclick = () => means.press(choice.key ?? choice.text, choice.text);
    return button;
  }))];
}

const waiting = (name: string): Node => h('p', { class: 'quiet' }, name);
