import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveSocket, reconnectDelay } from './liveSocket';

class FakeWebSocket {
  static OPEN = 1;
  static all: FakeWebSocket[] = [];
  readyState = FakeWebSocket.OPEN;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  sent: string[] = [];
  readonly url: URL;

  constructor(url: URL) {
    this.url = url;
    FakeWebSocket.all.push(this);
  }

  send(text: string) {
    this.sent.push(text);
  }

  close() {}

  tell(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

const newest = () => FakeWebSocket.all.at(-1)!;

describe('The live connection', () => {
  const onGreeted = vi.fn();
  const onEvent = vi.fn();
  const onGap = vi.fn();
  const onLost = vi.fn();
  let socket: LiveSocket;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.clearAllMocks();
    FakeWebSocket.all = [];
    vi.stubGlobal('WebSocket', FakeWebSocket);
    vi.stubGlobal('window', Object.assign(new EventTarget(), { location: { href: 'https://shop.example/conversations' } }));
    socket = new LiveSocket({ onGreeted, onEvent, onGap, onLost });
    socket.start();
  });

  afterEach(() => {
    socket.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('asks, after it was lost, for what came meanwhile', () => {
    newest().tell({ type: 'hello', seq: 41, userId: 'me' });
    newest().tell({ type: 'message.created', seq: 42, at: '', data: {} });

    newest().onclose?.();
    expect(socket.state).toBe('offline');
    expect(onLost).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(500);

    expect(String(newest().url)).toBe('wss://shop.example/api/v1/communications/ws/me?after=42');
  });

  it('does not skip what is still to be replayed when it is lost in the middle', () => {
    newest().tell({ type: 'hello', seq: 41, userId: 'me' });
    newest().onclose?.();
    vi.advanceTimersByTime(500);
    newest().tell({ type: 'hello', seq: 60, userId: 'me' });
    newest().onclose?.();
    vi.advanceTimersByTime(1000);

    expect(newest().url.searchParams.get('after')).toBe('41');
  });

  it('has everything read again after a reset, and goes on from there', () => {
    newest().tell({ type: 'hello', seq: 41, userId: 'me' });
    onGap.mockClear();
    newest().onclose?.();
    vi.advanceTimersByTime(500);
    newest().tell({ type: 'hello', seq: 9000, userId: 'me' });
    newest().tell({ type: 'reset' });

    expect(onGap).toHaveBeenCalledOnce();
    newest().onclose?.();
    vi.advanceTimersByTime(1000);
    expect(newest().url.searchParams.get('after')).toBe('9000');
  });

  it('pings, and takes silence for a lost connection', () => {
    newest().tell({ type: 'hello', seq: 1, userId: 'me' });
    vi.advanceTimersByTime(20_000);
    expect(newest().sent).toEqual(['{"type":"ping"}']);

    vi.advanceTimersByTime(60_000);
    expect(FakeWebSocket.all.length).toBeGreaterThan(1);
  });

  it('waits longer after each failure, never as long as another browser', () => {
    expect(reconnectDelay(0, () => 0)).toBe(250);
    expect(reconnectDelay(3, () => 0)).toBe(2000);
    expect(reconnectDelay(3, () => 1)).toBe(4000);
    expect(reconnectDelay(50, () => 1)).toBe(20_000);
  });

  it('tells again where one is once it is back, and says nothing old of writing', () => {
    socket.tell({ type: 'viewing', conversationId: 'c1' });
    expect(newest().sent).toEqual([]);
    newest().tell({ type: 'hello', seq: 41, userId: 'me' });
    socket.tell({ type: 'typing', conversationId: 'c1' });
    expect(newest().sent.map((frame) => JSON.parse(frame))).toEqual([
      { type: 'viewing', conversationId: 'c1' },
      { type: 'typing', conversationId: 'c1' },
    ]);

    newest().onclose?.();
    vi.advanceTimersByTime(500);
    newest().tell({ type: 'hello', seq: 41, userId: 'me' });

    expect(newest().sent.map((frame) => JSON.parse(frame))).toEqual([{ type: 'viewing', conversationId: 'c1' }]);
  });

  it('is lost at once when the browser loses its network', () => {
    newest().tell({ type: 'hello', seq: 41, userId: 'me' });

    window.dispatchEvent(new Event('offline'));

    expect(socket.state).toBe('offline');
  });
});
