import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { messagesOf, type ThreadRow } from './threadRows';
import type { ThreadScroll } from './useThreadScroll';

type Actions = { onReply: (messageId: string) => void; onMenu: (messageId: string, anchor: HTMLElement) => void };

const steps: Partial<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

const isSpoken = (row: ThreadRow) => row.kind === 'message' || row.kind === 'album';

/** The thread is one stop for Tab; in it the arrows walk from message to message, Enter opens what can be done with one. */
export function useMessageKeys(rows: ThreadRow[], setHeld: (key: string | null) => void, { virtual, scroller }: ThreadScroll, actions: Actions) {
  const [wanted, setWanted] = useState<string | null>(null);
  const latest = useRef(actions);
  latest.current = actions;

  useLayoutEffect(() => {
    const element = wanted && scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted}"] article`);
    if (element) {
      element.focus({ preventScroll: true });
      setWanted(null);
    }
  });

  const walk = useCallback(
    (from: number, step: -1 | 1) => {
      let index = from + step;
      while (rows[index] && !isSpoken(rows[index]!)) {
        index += step;
      }
      const row = rows[index];
      if (row) {
        virtual.scrollToIndex(index, { align: 'auto' });
        setHeld(row.key);
        setWanted(row.key);
      }
    },
    [rows, virtual, setHeld],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const article = event.target instanceof HTMLElement && event.target.matches('article') ? event.target : null;
    if ((!article && event.target !== event.currentTarget) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const at = article ? rows.findIndex(({ key }) => key === article.closest<HTMLElement>('[data-row]')?.dataset.row) : rows.length;
    const messageId = rows[at] && messagesOf(rows[at]).at(-1)?.id;
    const step = steps[event.key];
    const act = step
      ? () => walk(at, step)
      : event.key === 'End'
        ? () => walk(rows.length, -1)
        : !article || !messageId
          ? undefined
          : event.key === 'Enter' || event.key === 'ContextMenu'
            ? () => latest.current.onMenu(messageId, article)
            : event.code === 'KeyR' && !event.shiftKey
              ? () => latest.current.onReply(messageId)
              : undefined;
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  };

  return onKeyDown;
}
