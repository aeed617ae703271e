import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { usePlatformName } from '../../ui/PlatformIcon';
import { duration, fullTime } from '../../ui/time';
import { useMe } from '../session/session';
import { ownerOf } from './listOrder';

/** A row in one sentence: "Olena, Telegram, 2 unread, waiting 5 minutes, assigned to you". */
export function useRowName(): (conversation: Conversation, name: string, line: string, at: string, now: number) => string {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const nameOf = usePlatformName();
  return (conversation, name, line, at, now) => {
    const { channel, unread, waitingSince, claim, status, labels } = conversation;
    const owner = ownerOf(conversation, now);
    return [
      name,
      nameOf(channel.platform),
      unread > 0 && t('list.unread', { count: unread }),
      status !== 'open' && t(`conversation.${status}`),
      waitingSince && status !== 'closed' && t('list.waiting', { time: duration(waitingSince, now, i18n.language, 'long') }),
      owner === me.id ? t('list.assignedToYou') : claim && owner !== 'none' && t('list.assignedTo', { name: claim.name }),
      ...labels,
      line,
      fullTime(at, i18n.language),
    ]
      .filter(Boolean)
      .join(', ');
  };
}
