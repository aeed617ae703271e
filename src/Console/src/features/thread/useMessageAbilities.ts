import type { Message } from '../../api/types';
import { useMe } from '../session/session';
import { useThread } from './threadContext';
import { useAbilities } from './threadQueries';

/** What an operator may do with a message: what has not left can be changed freely, else the platform decides. */
export function useMessageAbilities(message: Message) {
  const me = useMe();
  const { conversation } = useThread();
  const can = useAbilities(conversation.channel.id);
  const { direction, author, status, content, deletedAt, platformMessageId } = message;
  const isMine = direction === 'outbound' && author.id === me.id && !deletedAt;
  const isHere = status === 'queued' || status === 'failed';
  const isThere = platformMessageId !== null;
  const hasWords = ['text', 'buttons', 'image', 'video', 'file', 'audio', 'voice'].includes(content.type);
  return {
    react: direction === 'inbound' && isThere && !deletedAt && can('reactions'),
    reply: direction !== 'note' && !deletedAt,
    copy: Boolean(content.text) && !deletedAt,
    edit: isMine && hasWords && (isHere || (isThere && can('edit'))),
    remove: isMine && (isHere || (isThere && can('delete'))),
    sendAgain: direction === 'outbound' && !deletedAt && (status === 'failed' || status === 'unknown'),
  };
}
