import type { ChannelLimits, Conversation } from '../../api/types';

export type SendLimit =
  | { kind: 'window-open'; until: string }
  | { kind: 'window-closed'; at: string }
  | { kind: 'too-long'; length: number; most: number };

const day = 24 * 60 * 60_000;

/** What the platform says to a reply that is being written: nothing, when it may go and has time. */
export function sendLimit(
  { windowClosesAt }: Pick<Conversation, 'windowClosesAt'>,
  limits: Pick<ChannelLimits, 'maxTextLength' | 'splitsText'> | null | undefined,
  text: string,
  now: number,
): SendLimit | null {
  if (windowClosesAt && Date.parse(windowClosesAt) <= now) {
    return { kind: 'window-closed', at: windowClosesAt };
  }
  if (limits && !limits.splitsText && text.length > limits.maxTextLength) {
    return { kind: 'too-long', length: text.length, most: limits.maxTextLength };
  }
  return windowClosesAt && Date.parse(windowClosesAt) - now <= day ? { kind: 'window-open', until: windowClosesAt } : null;
}

/** Whether a reply would be refused. */
export const isRefused = (limit: SendLimit | null): boolean => limit !== null && limit.kind !== 'window-open';
