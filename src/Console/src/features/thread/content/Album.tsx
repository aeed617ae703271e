import type { Message } from '../../../api/types';
import styles from './Content.module.css';
import { MissingFile } from './FileCard';
import { ImageTile } from './ImageTile';

/** Photos sent together, side by side. */
export function Album({ messages, author }: { messages: Message[]; author: string }) {
  return (
    <div className={styles.album} data-columns={messages.length === 2 || messages.length === 4 ? 2 : 3}>
      {messages.map(({ id, content }) =>
        content.url ? (
          <ImageTile key={id} messageId={id} content={content} author={author} isSquare />
        ) : (
          <MissingFile key={id} content={content} isSquare />
        ),
      )}
    </div>
  );
}
