import type { Language } from '../i18n';
import type { Chat } from '../model/chat';
import type { Settings } from '../net/protocol';
import type { Server } from '../net/server';
import { Composer } from './composer';
import { h, icon } from './dom';
import { MessageList } from './messages';
import { opening } from './times';

const narrow = matchMedia('(max-width: 30rem)');

/** The open chat: a small window beside the page, all of the screen on a phone. */
export class Panel {
  readonly element: HTMLElement;

  private readonly messages: MessageList;
  private readonly composer: Composer;
  private readonly notice = h('div', { class: 'notice', role: 'status', hidden: true });

  constructor(
    private readonly chat: Chat,
    server: Server,
    settings: Settings & { title: string; greeting: string },
    private readonly language: Language,
    private readonly close: () => void,
  ) {
    const { texts } = language;
    this.messages = new MessageList(chat, server, language, settings.greeting);
    this.composer = new Composer(chat, settings, language, (words) => this.tell(words));
    const closing = h('button', { type: 'button', class: 'close', 'aria-label': texts.close, title: texts.close }, icon('down'));
    closing.onclick = close;
    this.element = h('section', { class: 'panel', role: 'dialog', 'aria-label': settings.title, hidden: true },
      h('header', {}, h('h2', {}, settings.title), closing),
      settings.open ? null : this.away(settings),
      this.messages.element, this.notice, this.composer.element);
    this.element.onkeydown = (event) => this.key(event);
    this.element.ondragover = (event) => event.preventDefault();
    this.element.ondrop = (event) => this.composer.attach(event.dataTransfer?.files, event);
    narrow.addEventListener('change', () => this.fit());
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  open(): void {
    this.element.hidden = false;
    this.fit();
    this.show();
    this.messages.scrollToEnd();
    this.composer.focus();
  }

  hide(): void {
    this.element.hidden = true;
    this.fit();
  }

  show(): void {
    this.messages.show();
  }

  /** Says how the line is, once it has been open and is not. */
  showState(): void {
    const lost = this.chat.state === 'waiting';
    this.element.classList.toggle('offline', lost);
    this.notice.hidden = !lost;
    this.notice.textContent = lost ? this.language.texts.offline : '';
  }

  private tell(words: string): void {
    this.notice.hidden = false;
    this.notice.textContent = words;
    setTimeout(() => this.showState(), 6_000);
  }

  private away(settings: Settings): HTMLElement {
    const back = settings.opensAt ? ` ${opening(settings.opensAt, this.language)}` : '';
    return h('p', { class: 'away' }, (settings.away ?? this.language.texts.away) + back);
  }

  /** Over the whole screen it is all there is: the page behind does not scroll, and the keyboard stays inside. */
  private fit(): void {
    const whole = this.isOpen && narrow.matches;
    this.element.setAttribute('aria-modal', String(whole));
    document.documentElement.style.overflow = whole ? 'hidden' : '';
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    } else if (event.key === 'Tab' && narrow.matches) {
      this.keepInside(event);
    }
  }

  private keepInside(event: KeyboardEvent): void {
    const stops = [...this.element.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), textarea, [tabindex="0"]')]
      .filter((stop) => stop.offsetParent !== null);
    const active = (this.element.getRootNode() as ShadowRoot).activeElement;
    const [first, last] = [stops[0], stops[stops.length - 1]];
    if (active === (event.shiftKey ? first : last)) {
      event.preventDefault();
      (event.shiftKey ? last : first)?.focus();
    }
  }
}
