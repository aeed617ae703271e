import { useTranslation } from 'react-i18next';
import type { Conversation, Message } from '../../api/types';
import { useMe } from '../session/session';
import { useEventSentence } from '../thread/useEventSentence';

/** The words that stand for a message where there is room for one line. */
export function useSummary(): (message: Message) => string {
  const { t } = useTranslation();
  const sentence = useEventSentence();
  return (message) => {
    const { content, direction, deletedAt } = message;
    if (direction === 'event') {
      return sentence(message);
    }
    if (deletedAt) {
      return t('thread.deleted');
    }
    if (content.withheld) {
      return t('content.withheld');
    }
    const kind = t(`content.${content.type}`);
    if (content.type === 'text' || content.type === 'buttons' || content.type === 'template') {
      return content.text || kind;
    }
    const what = content.text || content.fileName || content.name || content.key;
    return content.type === 'menu' ? (what ?? kind) : [kind, what].filter(Boolean).join(': ');
  };
}

/** What was said, and by whom unless by the customer. */
export function useLine(): (message: Message) => string {
  const { t } = useTranslation();
  const me = useMe();
  const summary = useSummary();
  return (message) => {
    const { direction, author } = message;
    const line = summary(message);
    if (direction === 'note') {
      return `${t('list.note')}: ${line}`;
    }
    if (direction === 'outbound') {
      const isMine = author.kind === 'operator' && author.id === me.id;
      return `${isMine ? t('list.you') : (author.name ?? t('thread.automation'))}: ${line}`;
    }
    return line;
  };
}

/** What was said last, and by whom unless by the customer. */
export function useLastLine({ lastMessage }: Conversation): string {
  const said = useLine();
  return lastMessage ? said(lastMessage) : '';
}
