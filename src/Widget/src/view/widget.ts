import { count, type Language } from '../i18n';
import { Chat, type News } from '../model/chat';
import type { Store } from '../model/store';
import type { Settings } from '../net/protocol';
import type { Server } from '../net/server';
import { summary } from './content';
import { inkOn } from './colour';
import { h, icon } from './dom';
import { Panel } from './panel';
import css from './widget.css?inline';

export type Looks = { position: 'left' | 'right'; theme: 'auto' | 'light' | 'dark' };

/** The button in the corner, and the chat behind it. Lives in a shadow tree: neither page nor widget can disturb the other's looks. */
export class Widget {
  private readonly chat: Chat;
  private readonly panel: Panel;
  private readonly launcher: HTMLButtonElement;
  private readonly badge = h('span', { class: 'badge', 'aria-hidden': 'true', hidden: true });
  private readonly ear = h('div', { class: 'unseen', 'aria-live': 'polite' });

  constructor(
    server: Server,
    store: Store,
    settings: Settings & { title: string; greeting: string },
    private readonly language: Language,
    looks: Looks,
  ) {
    this.chat = new Chat(server, store, language.code, (news) => this.hear(news));
    this.panel = new Panel(this.chat, server, settings, language, () => this.close());
    this.launcher = h('button', { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
      icon('chat'), icon('close'), this.badge);
    this.launcher.onclick = () => (this.panel.isOpen ? this.close() : this.open());
    document.addEventListener('visibilitychange', () => this.look());
    this.mount(settings.colour, looks);
    this.count();
    if (this.chat.isKnown || this.chat.outbox.all.length > 0) {
      this.chat.connect();
    }
  }

  open(): void {
    this.chat.connect();
    this.launcher.setAttribute('aria-expanded', 'true');
    this.panel.open();
    this.look();
  }

  close(): void {
    this.launcher.setAttribute('aria-expanded', 'false');
    this.panel.hide();
    this.look();
    this.launcher.focus();
  }

  private mount(colour: string, { position, theme }: Looks): void {
    const host = h('div', { id: 'rozmova-chat', lang: this.language.code, 'data-position': position, 'data-theme': theme });
    host.style.setProperty('--accent', colour);
    host.style.setProperty('--on-accent', inkOn(colour));
    const root = host.attachShadow({ mode: 'open' });
    // Not a style element: a page's policy may forbid those.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    root.append(this.panel.element, this.launcher, this.ear);
    document.body.append(host);
  }

  private hear(news: News): void {
    if (news === 'incoming') {
      const last = this.chat.thread.messages[this.chat.thread.messages.length - 1];
      this.ear.textContent = last && this.panel.isOpen
        ? `${last.name ?? ''} ${summary(last.content, this.language.texts)}`.trim()
        : this.language.texts.newMessages;
    } else if (news === 'state') {
      this.panel.showState();
    }
    if (this.panel.isOpen) {
      this.panel.show();
    }
    this.count();
  }

  private look(): void {
    this.chat.look(this.panel.isOpen && document.visibilityState === 'visible');
    this.count();
  }

  private count(): void {
    const unread = this.chat.thread.unread.length;
    this.badge.hidden = unread === 0;
    this.badge.textContent = unread > 99 ? '99+' : String(unread);
    const { texts } = this.language;
    this.launcher.setAttribute('aria-label', this.panel.isOpen ? texts.close
      : unread > 0 ? count(this.language, texts.openUnread, unread) : texts.open);
  }
}
