import { backoff } from './backoff';
import type { ClientFrame, ServerFrame } from './protocol';

export type ConnectionState = 'closed' | 'connecting' | 'open' | 'waiting';

type Listener = {
  /** The first frame to send; asked for at each attempt. */
  hello: () => ClientFrame;
  frame: (frame: ServerFrame) => void;
  state: (state: ConnectionState) => void;
};

const pingEvery = 25_000;
const pongWithin = 10_000;

/** A socket that comes back by itself: after a back-off, and at once when the network or the visitor does. */
export class Connection {
  private socket: WebSocket | null = null;
  private attempts = 0;
  private retry: number | undefined;
  private heart: number | undefined;
  private patience: number | undefined;
  private wanted = false;

  constructor(
    private readonly address: string,
    private readonly listener: Listener,
  ) {
    addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.hurry());
  }

  open(): void {
    if (!this.wanted) {
      this.wanted = true;
      this.connect();
    }
  }

  /** False when there is no open socket: whoever must not lose it keeps it. */
  send(frame: ClientFrame): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  private connect(): void {
    clearTimeout(this.retry);
    this.listener.state('connecting');
    const socket = new WebSocket(this.address);
    this.socket = socket;
    socket.onopen = () => this.send(this.listener.hello());
    socket.onmessage = (event) => this.receive(String(event.data));
    socket.onclose = () => this.lost(socket);
  }

  private receive(data: string): void {
    clearTimeout(this.patience);
    const frame = JSON.parse(data) as ServerFrame;
    if (frame.type === 'welcome') {
      this.attempts = 0;
      this.listener.frame(frame);
      this.listener.state('open');
      this.beat();
    } else {
      this.listener.frame(frame);
    }
  }

  private lost(socket: WebSocket): void {
    if (socket !== this.socket) {
      return;
    }
    this.socket = null;
    clearTimeout(this.heart);
    clearTimeout(this.patience);
    this.listener.state('waiting');
    this.retry = setTimeout(() => this.connect(), backoff(this.attempts++)) as unknown as number;
  }

  /** A dead network closes nothing: only an answer that does not come tells. */
  private beat(): void {
    this.heart = setTimeout(() => {
      this.send({ type: 'ping' });
      const asked = this.socket;
      this.patience = setTimeout(() => {
        asked?.close();
        if (asked) {
          this.lost(asked);
        }
      }, pongWithin) as unknown as number;
      this.beat();
    }, pingEvery) as unknown as number;
  }

  private hurry(): void {
    if (this.wanted && !this.socket) {
      this.attempts = 0;
      this.connect();
    }
  }
}
