import { Connection, type ConnectionState } from '../net/connection';
import type { Message, ServerFrame } from '../net/protocol';
import type { Server } from '../net/server';
import { newId, Outbox, type Unsent } from './outbox';
import type { Store } from './store';
import { Thread } from './thread';

/** What has happened, for whoever shows it. */
export type News = 'thread' | 'state' | 'typing' | 'incoming';

const tokenName = 'token';
const typingShown = 6_000;
const typingEvery = 3_000;

/** A file on its way. It lives as long as the page: bytes are too many to keep. */
export type Upload = { id: string; file: File; busy?: boolean; failed?: boolean };

/** One visitor's chat: what was said, what is still to be sent, and the line to the server. */
export class Chat {
  readonly thread = new Thread();
  readonly outbox: Outbox;
  uploads: Upload[] = [];
  state: ConnectionState = 'closed';
  operatorTypes = false;

  private readonly connection: Connection;
  private reading = false;
  private inFlight: string | null = null;
  private retry: number | undefined;
  private readonly accepted = new Set<string>();
  private typingEnds: number | undefined;
  private typedAt = 0;

  constructor(
    private readonly server: Server,
    private readonly store: Store,
    private readonly language: string,
    private readonly tell: (news: News) => void,
  ) {
    this.outbox = new Outbox(store);
    this.connection = new Connection(server.socket, {
      hello: () => ({ type: 'hello', token: this.token, language: this.language }),
      frame: (frame) => this.receive(frame),
      state: (state) => this.enter(state),
    });
  }

  /** Whether this browser has chatted here before. */
  get isKnown(): boolean {
    return this.token !== null;
  }

  connect(): void {
    this.connection.open();
  }

  say(text: string): void {
    this.post({ id: newId(), text, at: new Date().toISOString() });
  }

  press(key: string, text: string): void {
    this.post({ id: newId(), text, key, at: new Date().toISOString() });
  }

  attach(file: File): void {
    const upload = { id: newId(), file };
    this.uploads.push(upload);
    this.tell('thread');
    void this.send(upload);
  }

  tryAgain(id: string): void {
    const upload = this.uploads.find((one) => one.id === id);
    if (upload) {
      upload.failed = false;
      void this.send(upload);
    } else {
      this.outbox.mark(id, false);
      this.flush();
    }
    this.tell('thread');
  }

  discard(id: string): void {
    this.outbox.remove(id);
    this.uploads = this.uploads.filter((upload) => upload.id !== id);
    this.tell('thread');
  }

  showEarlier(): void {
    const oldest = this.thread.messages[0];
    if (oldest) {
      this.connection.send({ type: 'history', before: oldest.id });
    }
  }

  typing(): void {
    const now = Date.now();
    if (now - this.typedAt > typingEvery && this.connection.send({ type: 'typing' })) {
      this.typedAt = now;
    }
  }

  /** Whether the visitor has the messages before their eyes. */
  look(reading: boolean): void {
    this.reading = reading;
    this.report();
  }

  private get token(): string | null {
    return this.store.read<string>(tokenName);
  }

  private post(unsent: Unsent): void {
    this.outbox.add(unsent);
    this.connection.open();
    this.flush();
    this.tell('thread');
  }

  private enter(state: ConnectionState): void {
    this.state = state;
    if (state === 'open') {
      // Whether the last line took them is not known: sent again by the same id, they are there once.
      this.inFlight = null;
      this.accepted.clear();
      this.flush();
      this.report();
      this.uploads.filter((upload) => !upload.failed).forEach((upload) => void this.send(upload));
    }
    this.tell('state');
  }

  private receive(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.store.write(tokenName, frame.token);
        frame.messages.forEach((message) => this.settle(message));
        this.thread.welcome(frame.messages, frame.more, frame.unread);
        return this.tell('thread');
      case 'history':
        this.thread.prepend(frame.messages, frame.more);
        return this.tell('thread');
      case 'message':
        return this.put(frame.message);
      case 'seen':
        this.thread.unseen = frame.unread;
        return this.tell('thread');
      case 'accepted':
        this.accepted.add(frame.id);
        return this.next(frame.id);
      case 'refused':
        return this.refuse(frame.id, frame.wait);
      case 'typing':
        return this.showTyping();
      default:
        return; // pong: the line is alive
    }
  }

  private put(message: Message): void {
    this.settle(message);
    const isNew = this.thread.put(message);
    if (!message.mine) {
      this.endTyping();
    }
    this.tell('thread');
    if (isNew && !message.mine) {
      this.tell('incoming');
    }
    this.report();
  }

  /** A message of ours has come back confirmed: it is not unsent any more. */
  private settle({ clientId }: Message): void {
    if (clientId) {
      this.outbox.remove(clientId);
      this.uploads = this.uploads.filter(({ id }) => id !== clientId);
    }
  }

  private refuse(id: string | undefined, wait: number | undefined): void {
    if (!id) {
      return;
    }
    if (wait) {
      clearTimeout(this.retry);
      this.retry = setTimeout(() => this.next(id), wait) as unknown as number;
    } else {
      this.outbox.mark(id, true);
      this.next(id);
      this.tell('thread');
    }
  }

  /** One after the other, each when the one before is taken: so they arrive in the order they were written. */
  private flush(): void {
    const unsent = this.outbox.all.find(({ id, failed }) => !failed && !this.accepted.has(id));
    if (unsent && this.state === 'open' && this.inFlight === null && this.connection.send(Outbox.frame(unsent))) {
      this.inFlight = unsent.id;
    }
  }

  private next(done: string): void {
    if (this.inFlight === done) {
      this.inFlight = null;
    }
    this.flush();
  }

  private async send(upload: Upload): Promise<void> {
    this.connection.open();
    const { token } = this;
    if (!token || upload.busy) {
      return; // without a token it is sent when the server has said who we are
    }
    upload.busy = true;
    const { status, wait } = await this.server.upload(token, upload.id, upload.file);
    upload.busy = false;
    if (status === 429 || status === 503) {
      setTimeout(() => void this.send(upload), wait);
    } else if (status >= 400 || (status === 0 && this.state === 'open')) {
      upload.failed = true; // without any line it is sent again when there is one
      this.tell('thread');
    }
  }

  private report(): void {
    if (this.state !== 'open') {
      return;
    }
    const messages = this.reading ? this.thread.unread : this.thread.undelivered;
    const report = this.reading ? 'read' : 'delivered';
    if (messages.length > 0 && this.connection.send({ type: report, ids: messages.map(({ id }) => id) })) {
      messages.forEach((message) => (message.report = report));
      this.tell('state');
    }
  }

  private showTyping(): void {
    clearTimeout(this.typingEnds);
    this.operatorTypes = true;
    this.typingEnds = setTimeout(() => this.endTyping(), typingShown) as unknown as number;
    this.tell('typing');
  }

  private endTyping(): void {
    clearTimeout(this.typingEnds);
    if (this.operatorTypes) {
      this.operatorTypes = false;
      this.tell('typing');
    }
  }
}
