import { describe, expect, it } from 'vitest';
import { at, conversation } from '../../testing/samples';
import { callOf, nextMonday, undoOf } from './bulkActions';

const mine = { operatorId: 'me', name: 'Me', until: at(60) };

describe('One thing done to many conversations', () => {
  it('leaves alone what is so already', () => {
    expect(callOf({ kind: 'close' }, conversation('a', 1, { status: 'closed' }))).toBeNull();
    expect(callOf({ kind: 'label', label: 'vip' }, conversation('a', 1, { labels: ['vip'] }))).toBeNull();
    expect(callOf({ kind: 'assign', operatorId: 'me' }, conversation('a', 1, { claim: mine }))).toBeNull();
  });

  it('is taken back to how each was', () => {
    expect(undoOf({ kind: 'close' }, conversation('a', 1))).toEqual({ path: 'reopen' });
    expect(undoOf({ kind: 'close' }, conversation('a', 1, { status: 'snoozed', snoozedUntil: at(90) }))).toEqual({
      path: 'snooze',
      body: { until: at(90) },
    });
    expect(undoOf({ kind: 'claim' }, conversation('a', 1, { claim: mine }))).toBeNull();
    expect(undoOf({ kind: 'claim' }, conversation('a', 1))).toEqual({ path: 'release' });
  });

  it('snoozes until a Monday that is still to come', () => {
    expect(nextMonday(new Date(2026, 2, 2, 8)).getDate()).toBe(9);
    expect(nextMonday(new Date(2026, 2, 8, 8)).getDate()).toBe(9);
    expect(nextMonday(new Date(2026, 2, 3, 8)).getDay()).toBe(1);
  });
});
