import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';

const known = [
  'claimed',
  'released',
  'transferred',
  'closed',
  'reopened',
  'snoozed',
  'blocked',
  'unblocked',
  'started',
] as const;

/** What happened, in the reader's language; an event we have no sentence for says it in its own words. */
export function useEventSentence(): (message: Message) => string {
  const { t } = useTranslation();
  return ({ content, author }) => {
    const key = known.find((name) => name === content.key);
    return key ? t(`event.${key}`, { name: author.name ?? t('event.system') }) : (content.text ?? content.key ?? '');
  };
}
