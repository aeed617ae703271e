import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { clockTime } from '../../ui/time';
import { AuthorLine, useSpokenAuthor } from './AuthorLine';
import styles from './Bubble.module.css';
import { BubbleFoot } from './BubbleFoot';
import { Album } from './content/Album';
import { ContentView } from './content/ContentView';
import { isRunnable } from './content/fileKind';
import { RichText } from './content/RichText';
import { EditForm } from './EditForm';
import { MessageActions } from './MessageActions';
import { Quote } from './Quote';
import { Reactions } from './Reactions';
import { useThread } from './threadContext';
import { type AlbumRow, type MessageRow, messagesOf, shownTime } from './threadRows';

type Props = {
  row: MessageRow | AlbumRow;
  /** `null` when what it replies to has not been read yet. */
  quoted: Message | null | undefined;
  flashing: boolean;
};

/** A message, or several photos as one. */
export function Bubble({ row, quoted, flashing }: Props) {
  const { t, i18n } = useTranslation();
  const { editing } = useThread();
  const messages = messagesOf(row);
  const message = messages.at(-1)!;
  const { direction, content, deletedAt } = message;
  const author = useSpokenAuthor()(message);
  const isAlbum = row.kind === 'album';
  const isEditing = editing === message.id;
  const kind = deletedAt ? 'deleted' : isAlbum ? 'album' : isRunnable(content) ? 'file' : content.type;
  return (
    <article
      className={styles.entry}
      data-direction={direction}
      data-starts={row.startsGroup}
      data-ends={row.endsGroup}
      data-flash={flashing}
      data-message={message.id}
      tabIndex={-1}
      aria-label={`${author}, ${clockTime(shownTime(message), i18n.language)}`}
    >
      {row.startsGroup && <AuthorLine message={message} />}
      <div className={styles.line}>
        <div className={styles.bubble} data-kind={kind} data-editing={isEditing}>
          {quoted !== undefined && <Quote message={quoted} id={messages[0]!.replyTo!} />}
          {isAlbum ? (
            <>
              <Album messages={messages} author={author} />
              {messages.map(({ id, content: { text } }) => text && <RichText key={id} text={text} keepAs={id} />)}
            </>
          ) : deletedAt ? (
            <p className={styles.deleted}>{t(direction === 'inbound' ? 'thread.deletedByContact' : 'thread.deleted')}</p>
          ) : isEditing ? (
            <EditForm message={message} />
          ) : (
            <ContentView message={message} author={author} />
          )}
          <BubbleFoot message={message} isLast={row.endsGroup} />
        </div>
        {!isEditing && <MessageActions message={message} />}
      </div>
      <Reactions message={message} />
    </article>
  );
}
