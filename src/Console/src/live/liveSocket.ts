import type { ClientFrame, LiveEvent, LiveFrame } from './events';

export type LinkState = 'connecting' | 'online' | 'offline';

export type LiveHandlers = {
  /** Connected, for the first time or again: what passes by unnumbered is told anew from here. */
  onGreeted: () => void;
  /** A change to apply; they come in the order of the installation's sequence. */
  onEvent: (event: LiveEvent) => void;
  /** Something may have been missed: read everything again. */
  onGap: () => void;
  /** The connection is gone or was refused; perhaps the session ended. */
  onLost: () => void;
};

const pingEvery = 20_000;
const silenceLimit = 45_000;

/** The delay before the next attempt: doubles up to 20 s, and half of it is chance so that a restart is not met by a crowd. */
export function reconnectDelay(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(20_000, 500 * 2 ** attempt);
  return ceiling / 2 + (random() * ceiling) / 2;
}

/** The one WebSocket of this page. It reconnects by itself and asks for what it missed. */
export class LiveSocket {
  #handlers: LiveHandlers;
  #socket: WebSocket | null = null;
  #stopped = true;
  #attempt = 0;
  #after: number | null = null;
  #greeted = 0;
  #heardAt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #pulse: ReturnType<typeof setInterval> | undefined;
  #state: LinkState = 'connecting';
  #listeners = new Set<() => void>();
  #hearers = new Set<(event: LiveEvent) => void>();
  #told = new Map<ClientFrame['type'], ClientFrame>();

  constructor(handlers: LiveHandlers) {
    this.#handlers = handlers;
  }

  get state(): LinkState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Hears every event once it was applied; returns how to stop. */
  readonly hear = (hearer: (event: LiveEvent) => void): (() => void) => {
    this.#hearers.add(hearer);
    return () => this.#hearers.delete(hearer);
  };

  /** Tells the server. What stays true, unlike a word of typing, is told again after every reconnection. */
  tell(frame: ClientFrame) {
    if (frame.type !== 'typing') {
      this.#told.set(frame.type, frame);
    }
    this.#send(frame);
  }

  #send(frame: ClientFrame) {
    if (this.#state === 'online' && this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(frame));
    }
  }

  start() {
    this.#stopped = false;
    window.addEventListener('online', this.#connectNow);
    window.addEventListener('offline', this.#lost);
    this.#connect();
  }

  stop() {
    this.#stopped = true;
    window.removeEventListener('online', this.#connectNow);
    window.removeEventListener('offline', this.#lost);
    this.#drop();
  }

  readonly #connectNow = () => {
    this.#attempt = 0;
    this.#connect();
  };

  #connect() {
    this.#drop();
    const address = new URL('/api/v1/communications/ws/me', window.location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    if (this.#after !== null) {
      address.searchParams.set('after', String(this.#after));
    }

    const socket = new WebSocket(address);
    this.#socket = socket;
    this.#heardAt = Date.now();
    this.#pulse = setInterval(() => this.#checkPulse(socket), pingEvery);
    socket.onmessage = (message) => this.#receive(JSON.parse(message.data as string) as LiveFrame);
    socket.onclose = () => this.#lost();
  }

  #drop() {
    clearTimeout(this.#retry);
    clearInterval(this.#pulse);
    if (this.#socket) {
      this.#socket.onclose = null;
      this.#socket.onmessage = null;
      this.#socket.close();
      this.#socket = null;
    }
  }

  readonly #lost = () => {
    this.#drop();
    this.#setState('offline');
    this.#handlers.onLost();
    if (!this.#stopped) {
      this.#retry = setTimeout(() => this.#connect(), reconnectDelay(this.#attempt++));
    }
  };

  /** A network that died without a word leaves the socket open; only silence tells. */
  #checkPulse(socket: WebSocket) {
    if (Date.now() - this.#heardAt > silenceLimit) {
      this.#lost();
    } else if (socket.readyState === WebSocket.OPEN) {
      socket.send('{"type":"ping"}');
    }
  }

  #receive(frame: LiveFrame) {
    this.#heardAt = Date.now();
    switch (frame.type) {
      case 'hello':
        this.#greet(frame.seq);
        break;
      case 'reset':
        this.#after = this.#greeted;
        this.#handlers.onGap();
        break;
      case 'pong':
      case 'error':
        break;
      default:
        this.#after = frame.seq;
        this.#handlers.onEvent(frame);
        this.#hearers.forEach((hearer) => hearer(frame));
    }
  }

  #greet(seq: number) {
    this.#attempt = 0;
    this.#greeted = seq;
    this.#handlers.onGreeted();
    this.#setState('online');
    this.#told.forEach((frame) => this.#send(frame));
    if (this.#after === null) {
      // What was read before this moment may already be behind.
      this.#after = seq;
      this.#handlers.onGap();
    }
  }

  #setState(state: LinkState) {
    if (this.#state !== state) {
      this.#state = state;
      this.#listeners.forEach((listener) => listener());
    }
  }
}
