import { createContext, useCallback, useContext, useState } from 'react';
import type { Conversation, Message } from '../../api/types';

/** What a message may ask of the thread it stands in. */
export type ThreadActions = {
  conversation: Conversation;
  contactName: string;
  onReply: (messageId: string) => void;
  /** Leads to a message wherever it is. */
  jumpTo: (messageId: string) => void;
  openImage: (messageId: string) => void;
  openMenu: (message: Message, anchor: HTMLElement) => void;
  /** The message of ours that is being rewritten. */
  editing: string | null;
  setEditing: (messageId: string | null) => void;
  /** What rows remember while they are scrolled out of sight. */
  kept: Map<string, unknown>;
};

export const ThreadContext = createContext<ThreadActions | null>(null);

export const useThread = (): ThreadActions => useContext(ThreadContext)!;

const nowhere = new Map<string, unknown>();

/** State of a row that survives its being scrolled away. */
export function useKept<T>(key: string, initial: T): [T, (value: T) => void] {
  const kept = useContext(ThreadContext)?.kept ?? nowhere;
  const [value, setValue] = useState(() => (kept.has(key) ? (kept.get(key) as T) : initial));
  const keep = useCallback(
    (next: T) => {
      if (kept !== nowhere) {
        kept.set(key, next);
      }
      setValue(next);
    },
    [kept, key],
  );
  return [value, keep];
}
