import type { Language } from '../i18n';
import type { Chat } from '../model/chat';
import type { Message } from '../net/protocol';
import type { Server } from '../net/server';
import { contentOf, summary } from './content';
import { h } from './dom';
import { clock, dayName, dayOf } from './times';

/** One line of the list: its key, what it looks like as text, and how it is made when that changes. */
type Line = { key: string; look: string; make: () => HTMLElement };

/** The list of messages. Only what changed is made anew, so that focus, selection and films stay as they are. */
export class MessageList {
  readonly element: HTMLElement;

  private readonly lines = new Map<string, { look: string; element: HTMLElement }>();
  private readonly list = h('div', { class: 'lines' });
  private readonly earlier: HTMLButtonElement;

  constructor(
    private readonly chat: Chat,
    private readonly server: Server,
    private readonly language: Language,
    private readonly greeting: string,
  ) {
    this.earlier = h('button', { type: 'button', class: 'earlier' }, language.texts.earlier);
    this.earlier.onclick = () => chat.showEarlier();
    // A log that is read by those who look; new messages are told to those who listen by the panel.
    this.element = h('div', { class: 'messages', role: 'log', 'aria-live': 'off', 'aria-label': language.texts.conversation, tabindex: 0 },
      this.earlier, this.list);
  }

  show(): void {
    const { element } = this;
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 60;
    const fromEnd = element.scrollHeight - element.scrollTop;
    const grewAbove = this.draw();
    this.earlier.hidden = !this.chat.thread.more;
    if (grewAbove && !atEnd) {
      element.scrollTop = element.scrollHeight - fromEnd;
    } else if (atEnd) {
      this.scrollToEnd();
    }
  }

  scrollToEnd(): void {
    this.element.scrollTop = this.element.scrollHeight;
  }

  /** True when the first line is another than before. */
  private draw(): boolean {
    const first = this.list.firstElementChild;
    const lines = this.linesNow();
    const keys = new Set(lines.map(({ key }) => key));
    for (const [key, { element }] of this.lines) {
      if (!keys.has(key)) {
        element.remove();
        this.lines.delete(key);
      }
    }
    lines.forEach(({ key, look, make }, place) => {
      const known = this.lines.get(key);
      const element = known?.look === look ? known.element : make();
      if (known && known.element !== element) {
        known.element.replaceWith(element);
      }
      this.lines.set(key, { look, element });
      if (this.list.children[place] !== element) {
        this.list.insertBefore(element, this.list.children[place] ?? null);
      }
    });
    return first !== null && this.list.firstElementChild !== first;
  }

  private linesNow(): Line[] {
    const { thread, outbox, uploads } = this.chat;
    const lines: Line[] = thread.more ? [] : [this.greetingLine()];
    thread.messages.forEach((message, place) => {
      const before = thread.messages[place - 1];
      const after = thread.messages[place + 1];
      if (!before || dayOf(before.at) !== dayOf(message.at)) {
        lines.push(this.dayLine(message.at));
      }
      lines.push(this.messageLine(message, before, after));
    });
    outbox.all.forEach(({ id, text, failed }) => lines.push(this.unsentLine(id, text, failed === true)));
    uploads.forEach(({ id, file, failed }) => lines.push(this.unsentLine(id, file.name, failed === true)));
    if (this.chat.operatorTypes) {
      lines.push(this.typingLine());
    }
    return lines;
  }

  private greetingLine(): Line {
    return {
      key: 'greeting',
      look: '',
      make: () => h('div', { class: 'line theirs end' }, h('div', { class: 'bubble' }, h('p', { class: 'words' }, this.greeting))),
    };
  }

  private dayLine(at: string): Line {
    const name = dayName(at, this.language);
    return { key: `day ${dayOf(at)}`, look: name, make: () => h('div', { class: 'day' }, h('span', {}, name)) };
  }

  private typingLine(): Line {
    const dots = () => h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
    return {
      key: 'typing',
      look: '',
      make: () => h('div', { class: 'line theirs end' },
        h('div', { class: 'bubble' }, dots(), h('span', { class: 'unseen' }, this.language.texts.typing))),
    };
  }

  private messageLine(message: Message, before: Message | undefined, after: Message | undefined): Line {
    const begins = !before || before.mine !== message.mine || before.name !== message.name;
    const ends = !after || after.mine !== message.mine || after.name !== message.name || dayOf(after.at) !== dayOf(message.at);
    const state = this.stateOf(message, after);
    const { report: _, content: { url: _url, ...content }, ...rest } = message;
    const look = JSON.stringify([rest, content, message.content.url !== undefined, begins, ends, state]);
    return { key: message.id, look, make: () => this.makeMessage(message, begins, ends, state) };
  }

  private makeMessage(message: Message, begins: boolean, ends: boolean, state: string): HTMLElement {
    const { texts } = this.language;
    const body = message.deleted
      ? [h('p', { class: 'quiet' }, texts.deleted)]
      : contentOf(message.content, {
          texts,
          file: (path) => this.server.file(path),
          press: (key, text) => this.chat.press(key, text),
        });
    const notes = [ends ? clock(message.at, this.language) : '', message.edited && !message.deleted ? texts.edited : '', state];
    const foot = notes.filter((note) => note !== '').join(' · ');
    return h('div', { class: `line ${message.mine ? 'mine' : 'theirs'}${ends ? ' end' : ''}` },
      message.mine ? h('span', { class: 'unseen' }, `${texts.you}: `) : begins && message.name ? h('div', { class: 'author' }, message.name) : null,
      h('div', { class: 'bubble' }, this.quote(message.replyTo), ...body),
      foot ? h('div', { class: 'foot' }, foot) : null);
  }

  private unsentLine(id: string, text: string, failed: boolean): Line {
    const { texts } = this.language;
    const make = () => {
      const line = h('div', { class: `line mine end unsent${failed ? ' failed' : ''}` },
        h('div', { class: 'bubble' }, h('p', { class: 'words' }, text)),
        h('div', { class: 'foot' }, failed ? texts.failed : texts.sending));
      if (failed) {
        line.lastElementChild?.append(' · ', this.act(texts.retry, () => this.chat.tryAgain(id)),
          ' · ', this.act(texts.discard, () => this.chat.discard(id)));
      }
      return line;
    };
    return { key: id, look: String(failed), make };
  }

  private act(name: string, action: () => void): HTMLElement {
    const button = h('button', { type: 'button', class: 'act' }, name);
    button.onclick = action;
    return button;
  }

  private quote(id: string | undefined): HTMLElement | null {
    const quoted = id ? this.chat.thread.messages.find((message) => message.id === id) : undefined;
    return quoted ? h('div', { class: 'quote' }, summary(quoted.content, this.language.texts)) : null;
  }

  /** Under the last message of the visitor's that is in this state. */
  private stateOf(message: Message, after: Message | undefined): string {
    if (!message.mine) {
      return '';
    }
    const seen = this.chat.thread.isSeen(message);
    const nextMine = after && this.chat.thread.messages.slice(this.chat.thread.messages.indexOf(after)).find(({ mine }) => mine);
    if (nextMine && (!seen || this.chat.thread.isSeen(nextMine))) {
      return '';
    }
    return seen ? this.language.texts.seen : this.language.texts.sent;
  }
}
