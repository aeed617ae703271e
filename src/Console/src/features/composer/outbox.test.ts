import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../api/client';
import type { Message } from '../../api/types';
import { memory } from '../../testing/memory';
import { message } from '../../testing/samples';
import { hasArrived, Outbox, type Sending } from './outbox';

const sending = (key: string, changes: Partial<Sending> = {}): Sending => ({
  key,
  conversationId: 'c1',
  message: { content: { type: 'text', text: key }, replyTo: null, note: false, seen: 'm4' },
  file: null,
  afterSeq: 4,
  writtenAt: 0,
  leavesAt: 0,
  ...changes,
});

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('The outbox', () => {
  let sent: string[];
  let answer: (sending: Sending) => Promise<Message>;
  let storage: Storage;
  const open = () =>
    new Outbox(storage, 'me', {
      send: (one) => {
        sent.push(one.key);
        return answer(one);
      },
      onSent: () => {},
      onRefused: () => {},
    });

  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
    storage = memory();
    answer = () => Promise.resolve(message(5));
  });
  afterEach(() => void vi.useRealTimers());

  it('sends in the order of writing and keeps nothing that has arrived', async () => {
    const outbox = open();
    outbox.add(sending('one'));
    outbox.add(sending('two'));
    await settle();

    expect(sent).toEqual(['one', 'two']);
    expect(outbox.of('c1')).toEqual([]);
    expect(storage.length).toBe(0);
  });

  it('holds what can be called back, and forgets what was', async () => {
    const outbox = open();
    outbox.add(sending('one', { leavesAt: Date.now() + 5000 }));
    await vi.advanceTimersByTimeAsync(4000);
    expect(sent).toEqual([]);

    outbox.discard(outbox.of('c1')[0]!);
    await vi.advanceTimersByTimeAsync(5000);

    expect(sent).toEqual([]);
    expect(storage.length).toBe(0);
  });

  it('writes what may be stored nowhere to no storage, and sends it all the same', async () => {
    const outbox = open();
    outbox.add(sending('one', { isPassing: true, leavesAt: Date.now() + 5000 }));
    expect(storage.length).toBe(0);

    await vi.advanceTimersByTimeAsync(5000);

    expect(sent).toEqual(['one']);
    expect(outbox.of('c1')).toEqual([]);
  });

  it('tries again by itself with the same key when nothing answers', async () => {
    answer = () => Promise.reject(new Problem(0, 'no-answer', ''));
    const outbox = open();
    outbox.add(sending('one'));
    await settle();
    expect(outbox.of('c1')[0]?.state).toBe('waiting');

    answer = () => Promise.resolve(message(5));
    await vi.advanceTimersByTimeAsync(1000);

    expect(sent).toEqual(['one', 'one']);
    expect(outbox.of('c1')).toEqual([]);
  });

  it('goes on after a reload', async () => {
    answer = () => Promise.reject(new Problem(401, 'unauthorized', ''));
    open().add(sending('one', { writtenAt: 1 }));
    await settle();

    answer = () => Promise.resolve(message(5));
    const again = open();
    again.resume();
    await settle();

    expect(sent).toEqual(['one', 'one']);
    expect(storage.length).toBe(0);
  });

  it('keeps what was refused until a person decides, and lets others pass', async () => {
    answer = ({ key }) =>
      key === 'one' ? Promise.reject(new Problem(409, 'unseen-messages', '', { messageIds: ['m5'] })) : Promise.resolve(message(5));
    const outbox = open();
    outbox.add(sending('one'));
    outbox.add(sending('two'));
    await settle();

    expect(outbox.of('c1').map(({ key, state }) => [key, state])).toEqual([['one', 'refused']]);
    answer = () => Promise.resolve(message(6));
    outbox.retry(outbox.of('c1')[0]!, { key: 'again', message: { seen: null } });
    await settle();

    expect(sent).toEqual(['one', 'two', 'again']);
    expect(outbox.of('c1')).toEqual([]);
  });

  it('does not send what another tab took out', async () => {
    const outbox = open();
    outbox.add(sending('one', { leavesAt: Date.now() + 5000 }));
    storage.clear();
    await vi.advanceTimersByTimeAsync(6000);

    expect(sent).toEqual([]);
  });
});

describe('A message on its way', () => {
  const ours = (seq: number, text: string) =>
    message(seq, {
      direction: 'outbound',
      author: { kind: 'operator', id: 'me', name: 'Me' },
      content: { type: 'text', text },
    });

  it('has arrived when the feed tells of it', () => {
    expect(hasArrived(sending('Yes'), [ours(5, 'Yes')], 'me')).toBe(true);
  });

  it('is not mistaken for the same words said before', () => {
    expect(hasArrived(sending('Yes'), [ours(3, 'Yes')], 'me')).toBe(false);
  });

  it('is not mistaken for another person’s', () => {
    expect(hasArrived(sending('Yes'), [message(5, { content: { type: 'text', text: 'Yes' } })], 'me')).toBe(false);
  });
});
