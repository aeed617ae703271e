import { Menu } from '@mantine/core';
import { IconCopy, IconCornerUpLeft, IconLink, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { useCopy } from './content/useCopy';
import styles from './MessageMenu.module.css';
import { ReactionRow } from './ReactionRow';
import { useThread } from './threadContext';
import { useDeleteMessage, useSendAgain } from './threadQueries';
import { useMessageAbilities } from './useMessageAbilities';

type Props = { message: Message; anchor: HTMLElement; onClose: () => void };

const icon = { size: 16, 'aria-hidden': true } as const;

/** Everything that can be done with a message. */
export function MessageMenu({ message, anchor, onClose }: Props) {
  const { t } = useTranslation();
  const { onReply, setEditing } = useThread();
  const can = useMessageAbilities(message);
  const copy = useCopy();
  const sendAgain = useSendAgain(message);
  const remove = useDeleteMessage(message);
  const [isSure, setSure] = useState(false);
  const [place] = useState(() => anchor.getBoundingClientRect());
  const link = new URL(`/conversations/${message.conversationId}?message=${message.id}`, window.location.href).href;

  const close = () => {
    onClose();
    anchor.focus({ preventScroll: true });
  };

  return (
    <Menu opened onClose={close} position="bottom-end" returnFocus={false} shadow="md" width={230}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={styles.anchor}
          style={{ left: place.right, top: place.bottom }}
          aria-label={t('thread.actions')}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {can.react && <ReactionRow message={message} onDone={close} />}
        {can.reply && (
          <Menu.Item leftSection={<IconCornerUpLeft {...icon} />} onClick={() => onReply(message.id)}>
            {t('thread.reply')}
          </Menu.Item>
        )}
        {can.sendAgain && (
          <Menu.Item leftSection={<IconRefresh {...icon} />} onClick={() => sendAgain.mutate()}>
            {t('delivery.sendAgain')}
          </Menu.Item>
        )}
        {can.copy && (
          <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => copy(message.content.text ?? '', t('thread.textCopied'))}>
            {t('thread.copyText')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLink {...icon} />} onClick={() => copy(link, t('thread.linkCopied'))}>
          {t('thread.copyLink')}
        </Menu.Item>
        {can.edit && (
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setEditing(message.id)}>
            {t('thread.edit')}
          </Menu.Item>
        )}
        {can.remove && (
          <Menu.Item
            leftSection={<IconTrash {...icon} />}
            color="red"
            closeMenuOnClick={isSure}
            onClick={() => (isSure ? remove.mutate(undefined) : setSure(true))}
          >
            {t(isSure ? 'thread.deleteSurely' : 'thread.delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
