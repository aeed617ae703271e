import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { Message } from '../../api/types';
import { MessageMenu } from './MessageMenu';

const ImageViewer = lazy(() => import('./viewer/ImageViewer'));

type OpenMenu = { messageId: string; anchor: HTMLElement };

/** What may lie over the thread, and which message of ours is being rewritten in it. */
export function useLayers() {
  const [viewing, setViewing] = useState<string | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const opener = useRef<Element | null>(null);
  const openImage = useCallback((messageId: string) => {
    opener.current = document.activeElement;
    setViewing(messageId);
  }, []);
  const closeImage = useCallback(() => {
    setViewing(null);
    // Once nothing holds the focus any more, it goes back to where it was.
    requestAnimationFrame(() => opener.current instanceof HTMLElement && opener.current.focus({ preventScroll: true }));
  }, []);
  const openMenu = useCallback((message: Message, anchor: HTMLElement) => setMenu({ messageId: message.id, anchor }), []);
  const closeMenu = useCallback(() => setMenu(null), []);
  return { viewing, openImage, showImage: setViewing, closeImage, menu, openMenu, closeMenu, editing, setEditing };
}

export type Layers = ReturnType<typeof useLayers>;

export const isViewable = ({ content, deletedAt }: Message) =>
  content.type === 'image' && Boolean(content.url) && !content.withheld && !deletedAt;

export function ThreadLayers({ layers, messages }: { layers: Layers; messages: Message[] }) {
  const { viewing, showImage, closeImage, menu, closeMenu } = layers;
  const images = useMemo(() => (viewing ? messages.filter(isViewable) : []), [messages, viewing]);
  const chosen = menu && messages.find(({ id }) => id === menu.messageId);
  return (
    <>
      {viewing && (
        <Suspense>
          <ImageViewer images={images} shown={viewing} onShow={showImage} onClose={closeImage} />
        </Suspense>
      )}
      {menu && chosen && <MessageMenu message={chosen} anchor={menu.anchor} onClose={closeMenu} />}
    </>
  );
}
