import { memo } from 'react';
import type { Message } from '../../api/types';
import { ClockTime } from '../../ui/Time';
import { HandOverLink } from '../collaboration/HandOverLink';
import { Bubble } from './Bubble';
import styles from './Thread.module.css';
import type { ThreadEntry } from './threadEntries';
import { useEventSentence } from './useEventSentence';

type Props = {
  entry: ThreadEntry;
  contactName: string;
  /** `null` when what it replies to has not been read yet. */
  quoted: Message | null | undefined;
  onReply: (messageId: string) => void;
};

export const EntryView = memo(
  function EntryView({ entry, contactName, quoted, onReply }: Props) {
    return entry.message.direction === 'event' ? (
      <EventLine message={entry.message} />
    ) : (
      <Bubble entry={entry} contactName={contactName} quoted={quoted} onReply={onReply} />
    );
  },
  (a, b) =>
    a.entry.message === b.entry.message &&
    a.entry.startsGroup === b.entry.startsGroup &&
    a.entry.endsGroup === b.entry.endsGroup &&
    a.contactName === b.contactName &&
    a.quoted === b.quoted &&
    a.onReply === b.onReply,
);

function EventLine({ message }: { message: Message }) {
  const sentence = useEventSentence();
  return (
    <p className={styles.event}>
      {sentence(message)}
      {message.content.key === 'asked' && <HandOverLink asked={message} />}
      <ClockTime iso={message.createdAt} />
    </p>
  );
}
