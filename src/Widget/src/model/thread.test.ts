import { describe, expect, it } from 'vitest';
import type { Message } from '../net/protocol';
import { Thread } from './thread';

const message = (id: string, more: Partial<Message> = {}): Message => ({
  id, mine: false, at: '2026-01-05T09:00:00Z', content: { type: 'text', text: id }, ...more,
});

const ids = (thread: Thread) => thread.messages.map(({ id }) => id);

describe('The messages', () => {
  it('keep the older ones that were loaded when the line comes back', () => {
    const thread = new Thread();
    thread.welcome([message('c'), message('d')], true, 0);
    thread.prepend([message('a'), message('b')], false);
    thread.welcome([message('c'), message('d'), message('e')], true, 0);

    expect(ids(thread)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(thread.more).toBe(false);
  });

  it('begin anew when too much was missed to join on', () => {
    const thread = new Thread();
    thread.welcome([message('a')], false, 0);
    thread.welcome([message('x'), message('y')], true, 0);

    expect(ids(thread)).toEqual(['x', 'y']);
    expect(thread.more).toBe(true);
  });

  it('change in place, and a page that was asked for twice is there once', () => {
    const thread = new Thread();
    thread.welcome([message('b'), message('c')], true, 0);
    thread.prepend([message('a')], false);
    thread.prepend([message('a')], false);

    expect(thread.put(message('b', { edited: true }))).toBe(false);
    expect(thread.put(message('d'))).toBe(true);
    expect(ids(thread)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('count as unread until this side has read them', () => {
    const thread = new Thread();
    thread.welcome([message('a', { report: 'read' }), message('b', { report: 'delivered' }), message('c'), message('d', { mine: true })], false, 0);

    expect(thread.unread.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(thread.undelivered.map(({ id }) => id)).toEqual(['c']);
  });

  it('of the visitor are seen but for the newest that no operator has read', () => {
    const thread = new Thread();
    const mine = ['a', 'b', 'c'].map((id) => message(id, { mine: true }));
    thread.welcome([mine[0]!, message('x'), mine[1]!, mine[2]!], false, 1);

    expect(mine.map((one) => thread.isSeen(one))).toEqual([true, true, false]);
  });
});
