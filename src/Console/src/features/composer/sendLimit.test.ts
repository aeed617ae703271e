import { describe, expect, it } from 'vitest';
import { at } from '../../testing/samples';
import { isRefused, sendLimit } from './sendLimit';

const now = Date.parse(at(0));
const limits = { maxTextLength: 10, splitsText: false };

describe('What a platform says to a reply', () => {
  it('is until when it may go, when that is within a day', () => {
    expect(sendLimit({ windowClosesAt: at(90) }, limits, 'Yes', now)).toEqual({ kind: 'window-open', until: at(90) });
    expect(sendLimit({ windowClosesAt: at(60 * 40) }, limits, 'Yes', now)).toBeNull();
  });

  it('is no once the time is over', () => {
    const limit = sendLimit({ windowClosesAt: at(0) }, limits, 'Yes', now);

    expect(limit).toEqual({ kind: 'window-closed', at: at(0) });
    expect(isRefused(limit)).toBe(true);
  });

  it('is no to a text it neither takes nor splits', () => {
    expect(sendLimit({ windowClosesAt: null }, limits, 'Eleven char', now)).toEqual({ kind: 'too-long', length: 11, most: 10 });
    expect(sendLimit({ windowClosesAt: null }, { ...limits, splitsText: true }, 'Eleven char', now)).toBeNull();
  });

  it('is nothing where there are no limits, or none are known yet', () => {
    expect(isRefused(sendLimit({ windowClosesAt: null }, undefined, 'Yes', now))).toBe(false);
  });
});
