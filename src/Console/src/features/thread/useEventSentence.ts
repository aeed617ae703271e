import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { eventDetail } from './eventDetail';

const known = [
  'claimed',
  'released',
  'asked',
  'transferred',
  'closed',
  'reopened',
  'snoozed',
  'blocked',
  'unblocked',
  'unsubscribed',
  'schedule-failed',
  'text-lost',
] as const;

/** What the platform may say more about. */
const detailed = ['started', 'subscribed', 'scanned', 'visited'] as const;

/** What happened, in the reader's language; an event we have no sentence for says it in its own words. */
export function useEventSentence(): (message: Message) => string {
  const { t } = useTranslation();
  return ({ content, author }) => {
    const key = known.find((name) => name === content.key);
    if (key) {
      return t(`event.${key}`, { name: author.name ?? t('event.system') });
    }
    const told = detailed.find((name) => name === content.key);
    if (!told) {
      return content.text ?? content.key ?? '';
    }
    const sentence = t(`event.${told}`);
    const detail = eventDetail(content.text);
    return detail ? t('event.detailed', { sentence, detail }) : sentence;
  };
}
