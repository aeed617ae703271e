import { describe, expect, it } from 'vitest';
import { message } from '../../testing/samples';
import { hasArrived, type Sending } from './outbox';

const sending: Sending = {
  key: 'k',
  message: { content: { type: 'text', text: 'Yes' }, replyTo: null, note: false, seen: 'm4' },
  fileName: null,
  afterSeq: 4,
};

const ours = (seq: number, text: string) =>
  message(seq, {
    direction: 'outbound',
    author: { kind: 'operator', id: 'me', name: 'Me' },
    content: { type: 'text', text },
  });

describe('A message on its way', () => {
  it('has arrived when the feed tells of it', () => {
    expect(hasArrived(sending, [ours(5, 'Yes')], 'me')).toBe(true);
  });

  it('is not mistaken for the same words said before', () => {
    expect(hasArrived(sending, [ours(3, 'Yes')], 'me')).toBe(false);
  });

  it('is not mistaken for another person’s', () => {
    expect(hasArrived(sending, [message(5, { content: { type: 'text', text: 'Yes' } })], 'me')).toBe(false);
  });
});
