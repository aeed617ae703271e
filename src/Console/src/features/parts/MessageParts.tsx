import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { conversation, message } from '../../testing/samples';
import { RowView } from '../thread/RowView';
import { type ThreadActions, ThreadContext } from '../thread/threadContext';
import { Part } from './Part';
import styles from './Parts.module.css';

const us = { kind: 'operator', id: 'o1', name: 'Anna' } as const;

const entries: Message[] = [
  message(1, { content: { type: 'text', text: 'Do you have peonies?' } }),
  message(2, { direction: 'note', author: us, status: null, content: { type: 'text', text: 'She likes the white ones.' } }),
  message(3, { direction: 'outbound', author: us, status: 'read', content: { type: 'text', text: 'We do, white and pink.' } }),
  message(4, { direction: 'outbound', author: us, status: 'unknown', content: { type: 'text', text: 'Which ones?' } }),
  message(5, {
    direction: 'outbound',
    author: us,
    status: 'failed',
    error: { code: 'blocked', detail: 'Forbidden: bot was blocked by the user' },
    content: { type: 'text', text: 'Hello?' },
  }),
  message(6, { deletedAt: '2026-03-03T12:06:00Z' }),
];

const byId = new Map(entries.map((entry) => [entry.id, entry]));

const nothing = () => {};

/** A thread to look at: nothing in it leads anywhere. */
const thread: ThreadActions = {
  conversation: conversation('c1', 6),
  contactName: 'Olena',
  onReply: nothing,
  jumpTo: nothing,
  openImage: nothing,
  openMenu: nothing,
  editing: null,
  setEditing: nothing,
  kept: new Map(),
};

/** What a conversation consists of, each side, state and kind. */
export function MessageParts() {
  const { t } = useTranslation();
  return (
    <Part title={t('parts.messages')}>
      <div className={styles.thread}>
        <ThreadContext value={thread}>
          {entries.map((entry) => (
            <RowView
              key={entry.id}
              row={{ kind: 'message', key: entry.id, message: entry, startsGroup: true, endsGroup: true }}
              byId={byId}
              flashing={false}
            />
          ))}
        </ThreadContext>
      </div>
    </Part>
  );
}
