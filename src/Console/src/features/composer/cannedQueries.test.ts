import { describe, expect, it } from 'vitest';
import type { CannedReply } from '../../api/types';
import { matching } from './cannedQueries';

const reply = (shortcut: string, changes: Partial<CannedReply> = {}): CannedReply => ({
  id: shortcut,
  shortcut,
  title: shortcut,
  text: '',
  language: null,
  labels: [],
  files: [],
  author: { kind: 'operator', id: 'o1', name: 'Ivan' },
  uses: 0,
  usedAt: null,
  createdAt: '',
  updatedAt: '',
  ...changes,
});

const found = (replies: CannedReply[], query: string) => matching(replies, query, 'uk').map(({ shortcut }) => shortcut);

describe('Canned replies are found', () => {
  it('by the beginning of the shortcut before title and text', () => {
    const replies = [reply('a', { text: 'Our hours' }), reply('b', { title: 'Opening hours' }), reply('hours')];

    expect(found(replies, 'hou')).toEqual(['hours', 'b', 'a']);
  });

  it('in the language of the reader first, then by use', () => {
    const replies = [reply('x1', { language: 'en', uses: 9 }), reply('x2', { uses: 1 }), reply('x3', { language: 'uk', uses: 5 })];

    expect(found(replies, 'x')).toEqual(['x3', 'x2', 'x1']);
  });
});
