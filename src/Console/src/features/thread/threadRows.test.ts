import { describe, expect, it } from 'vitest';
import type { Message } from '../../api/types';
import { at, message } from '../../testing/samples';
import { findFirstUnread, messagesOf, threadRows, type ThreadRow } from './threadRows';

const rowsOf = (messages: Message[], changes: Partial<Parameters<typeof threadRows>[1]> = {}) =>
  threadRows(messages, { firstUnread: null, hasOlder: false, ...changes });

const kinds = (rows: ThreadRow[]) => rows.map(({ kind }) => kind);
const groups = (rows: ThreadRow[]) =>
  rows.flatMap((row) => (row.kind === 'message' || row.kind === 'album' ? [[row.startsGroup, row.endsGroup]] : []));

const photo = (seq: number, seconds: number, changes: Partial<Message> = {}) => {
  const time = new Date(Date.parse(at(1)) + seconds * 1000).toISOString();
  return message(seq, { content: { type: 'image', url: `/api/v1/media/${seq}`, media: 'ready' }, sentAt: time, createdAt: time, ...changes });
};

describe('A thread', () => {
  it('names the author once for several messages in a row', () => {
    const rows = rowsOf([message(1), message(2), message(3, { direction: 'outbound' })]);

    expect(groups(rows)).toEqual([[true, false], [false, true], [true, true]]);
  });

  it('begins a new group after a pause or an event', () => {
    expect(groups(rowsOf([message(1), message(20)]))[1]).toEqual([true, true]);
    expect(groups(rowsOf([message(1), message(2, { direction: 'event' }), message(3)]))[1]).toEqual([true, true]);
  });

  it('separates days by the time of the platform', () => {
    const nextDay = message(2, { sentAt: at(24 * 60), createdAt: at(24 * 60 + 5) });

    expect(rowsOf([message(1), nextDay]).filter(({ kind }) => kind === 'day')).toMatchObject([{ iso: at(1) }, { iso: at(24 * 60) }]);
  });

  it('does not say that a day begins where more of it may be above', () => {
    expect(kinds(rowsOf([message(1), message(2)], { hasOlder: true }))).toEqual(['message', 'message']);
  });

  it('marks where reading stopped', () => {
    const rows = rowsOf([message(1), message(2), message(3)], { firstUnread: 'm2' });

    expect(kinds(rows)).toEqual(['day', 'message', 'unread', 'message', 'message']);
    expect(groups(rows)).toEqual([[true, true], [true, false], [false, true]]);
  });

  it('shows photos of one minute together, and others apart', () => {
    const rows = rowsOf([photo(1, 0), photo(2, 10), photo(3, 59), photo(4, 61), photo(5, 70, { author: { kind: 'contact', id: 'p2', name: 'Taras' } })]);

    expect(rows.filter(({ kind }) => kind !== 'day').map((row) => messagesOf(row).map(({ id }) => id))).toEqual([
      ['m1', 'm2', 'm3'],
      ['m4'],
      ['m5'],
    ]);
  });

  it('hides no photo that failed, was taken back or was reacted to in an album', () => {
    const others = [
      photo(2, 1, { status: 'failed', direction: 'inbound' }),
      photo(3, 2, { deletedAt: at(2) }),
      photo(4, 3, { reactions: [{ emoji: '❤️', by: 'contact' }] }),
    ];

    expect(kinds(rowsOf([photo(1, 0), ...others]))).toEqual(['day', 'message', 'message', 'message', 'message']);
  });
});

describe('The first unread message', () => {
  const thread = [message(1), message(2, { direction: 'outbound' }), message(3), message(4, { late: true }), message(5)];

  it('is counted from the end, over what the customer wrote', () => {
    expect(findFirstUnread(thread, 1)?.id).toBe('m5');
    expect(findFirstUnread(thread, 2)?.id).toBe('m3');
  });

  it('is nobody where nothing is unread or it lies further up', () => {
    expect(findFirstUnread(thread, 0)).toBeNull();
    expect(findFirstUnread(thread, 4)).toBeNull();
  });
});
