import { describe, expect, it } from 'vitest';
import { at, message } from '../../testing/samples';
import { threadRows } from './threadRows';
import { rowAt } from './useJump';

const rows = threadRows([message(10), message(20), message(30)], { firstUnread: null, hasOlder: true });

describe('A place in the thread', () => {
  it('is the row of a message that has been read, and unknown for any other', () => {
    expect(rowAt(rows, 'm20', true)).toBe(1);
    expect(rowAt(rows, 'm5', true)).toBe(-1);
  });

  it('is the first message since a moment', () => {
    expect(rowAt(rows, at(15), true)).toBe(1);
    expect(rowAt(rows, at(20), true)).toBe(1);
  });

  it('is not known for a moment before everything read so far, unless the conversation begins there', () => {
    expect(rowAt(rows, at(5), true)).toBe(-1);
    expect(rowAt(rows, at(5), false)).toBe(0);
  });

  it('is the end for a moment after everything', () => {
    expect(rowAt(rows, at(90), false)).toBe(2);
  });
});
