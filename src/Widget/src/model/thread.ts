import type { Message } from '../net/protocol';

/** The messages the server has confirmed, in its order. */
export class Thread {
  messages: Message[] = [];
  more = false;

  /** How many of the visitor's newest messages no operator has read. */
  unseen = 0;

  /** What the server greets with takes the place of what was there; what is older than it and joins on stays. */
  welcome(messages: Message[], more: boolean, unread: number): void {
    const first = messages[0];
    const joint = first ? this.messages.findIndex(({ id }) => id === first.id) : -1;
    if (joint < 0) {
      this.more = more;
    }
    this.messages = [...this.messages.slice(0, Math.max(joint, 0)), ...messages];
    this.unseen = unread;
  }

  prepend(messages: Message[], more: boolean): void {
    const known = new Set(this.messages.map(({ id }) => id));
    this.messages = [...messages.filter(({ id }) => !known.has(id)), ...this.messages];
    this.more = more;
  }

  /** A message is new or has changed. True when it is new. */
  put(message: Message): boolean {
    const place = this.messages.findIndex(({ id }) => id === message.id);
    if (place >= 0) {
      this.messages[place] = message;
      return false;
    }
    this.messages.push(message);
    return true;
  }

  /** Of the operators' messages those the visitor has not read. */
  get unread(): Message[] {
    return this.messages.filter(({ mine, report, deleted }) => !mine && !deleted && report !== 'read');
  }

  get undelivered(): Message[] {
    return this.messages.filter(({ mine, report }) => !mine && report === undefined);
  }

  /** Whether an operator has read this message of the visitor's. */
  isSeen(message: Message): boolean {
    const mine = this.messages.filter((other) => other.mine);
    return mine.indexOf(message) < mine.length - this.unseen;
  }
}
