import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { ClockTime } from '../../ui/Time';
import { HandOverLink } from '../collaboration/HandOverLink';
import { Bubble } from './Bubble';
import { DayLine } from './DayLine';
import styles from './Thread.module.css';
import { messagesOf, type ThreadRow } from './threadRows';
import { useEventSentence } from './useEventSentence';

type Props = { row: ThreadRow; byId: Map<string, Message>; flashing: boolean };

/** One row of a thread, drawn again only when what it shows has changed. */
export function RowView({ row, byId, flashing }: Props) {
  const replyTo = messagesOf(row)[0]?.replyTo;
  return <Row row={row} quoted={replyTo ? (byId.get(replyTo) ?? null) : undefined} flashing={flashing} />;
}

type RowProps = {
  row: ThreadRow;
  /** `null` when what it replies to has not been read yet. */
  quoted: Message | null | undefined;
  flashing: boolean;
};

const Row = memo(function Row({ row, quoted, flashing }: RowProps) {
  switch (row.kind) {
    case 'day':
      return <DayLine iso={row.iso} />;
    case 'unread':
      return <UnreadLine />;
    case 'event':
      return <EventLine message={row.message} flashing={flashing} />;
    default:
      return <Bubble row={row} quoted={quoted} flashing={flashing} />;
  }
}, isSame);

/** Rows are made anew with every message; most of them say what they said before. */
function isSame(a: RowProps, b: RowProps): boolean {
  const before = messagesOf(a.row);
  const after = messagesOf(b.row);
  return (
    a.row.kind === b.row.kind &&
    a.row.key === b.row.key &&
    a.quoted === b.quoted &&
    a.flashing === b.flashing &&
    before.length === after.length &&
    before.every((message, index) => message === after[index]) &&
    (!('startsGroup' in a.row && 'startsGroup' in b.row) ||
      (a.row.startsGroup === b.row.startsGroup && a.row.endsGroup === b.row.endsGroup))
  );
}

function UnreadLine() {
  const { t } = useTranslation();
  return (
    <div className={styles.unreadLine}>
      <span>{t('thread.unreadFrom')}</span>
    </div>
  );
}

function EventLine({ message, flashing }: { message: Message; flashing: boolean }) {
  const sentence = useEventSentence();
  return (
    <p className={styles.event} data-flash={flashing} data-message={message.id} tabIndex={-1}>
      <bdi>{sentence(message)}</bdi>
      <ClockTime iso={message.createdAt} />
      {message.content.key === 'asked' && <HandOverLink asked={message} />}
    </p>
  );
}
