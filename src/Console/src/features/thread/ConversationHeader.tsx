import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { untilTime } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import { useCloseAndNext } from '../collaboration/useCloseAndNext';
import { useHolder } from '../collaboration/useHolder';
import { useViewing } from '../collaboration/useViewing';
import { Viewers } from '../collaboration/Viewers';
import { useWritingWish } from '../collaboration/writingWish';
import { ContextToggle } from '../conversations/ContextPane';
import { useContactName } from '../conversations/contactName';
import { useConversationAction } from '../conversations/conversationQueries';
import { useShortcuts } from '../shortcuts/useShortcuts';
import styles from './ConversationHeader.module.css';
import { ConversationHeaderHold } from './ConversationHeaderHold';
import { ConversationHeaderLabels } from './ConversationHeaderLabels';
import { ConversationHeaderMore } from './ConversationHeaderMore';
import { ConversationHeaderSnooze } from './ConversationHeaderSnooze';

const TransferDialog = lazy(async () => ({ default: (await import('../collaboration/TransferDialog')).TransferDialog }));

/** Whose conversation it is, where it stands, who else is here, and what to do with it as a whole. */
export function ConversationHeader({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const { id, contact, status } = conversation;
  const name = useContactName(conversation);
  const action = useConversationAction(id);
  const closeAndNext = useCloseAndNext(conversation);
  const [isTransferring, setTransferring] = useState(false);
  const isClosed = status === 'closed';
  const toggleClosed = () => action.mutate(isClosed ? 'reopen' : 'close');
  const transfer = () => setTransferring(true);
  useViewing(id);
  useWritingWish();
  useShortcuts({ KeyE: toggleClosed, 'Shift+KeyE': closeAndNext, KeyA: transfer });

  return (
    <header className={styles.header}>
      <div className={styles.head}>
        <ActionIcon
          className={styles.back}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('common.back')}
          renderRoot={(props) => <Link to="/conversations" search={(last) => last} {...props} />}
        >
          <IconArrowLeft size={22} />
        </ActionIcon>
        <Avatar id={contact.id} name={name} url={contact.avatarUrl} />
        <div className={styles.who}>
          <h2 className={styles.name}>{name}</h2>
          <Facts conversation={conversation} />
        </div>
        <Viewers conversationId={id} />
        <div className={styles.actions}>
          <ConversationHeaderHold conversation={conversation} className={styles.wide} />
          <ConversationHeaderLabels conversation={conversation} />
          <ConversationHeaderSnooze conversationId={id} />
          <Button
            className={styles.wide}
            leftSection={isClosed ? <IconArrowBackUp size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
            variant="default"
            onClick={toggleClosed}
          >
            {isClosed ? t('conversation.reopen') : t('conversation.close')}
          </Button>
          <ConversationHeaderMore conversationId={id} onTransfer={transfer} onCloseAndNext={closeAndNext} />
          <ContextToggle />
        </div>
      </div>
      <Suspense>{isTransferring && <TransferDialog conversationId={id} onClose={() => setTransferring(false)} />}</Suspense>
    </header>
  );
}

function Facts({ conversation: { channel, status, labels, snoozedUntil, id } }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { claim, isMine } = useHolder(id);
  const until = (iso: string) => untilTime(iso, now, i18n.language);
  return (
    <p className={styles.facts}>
      <span className={styles.channel}>
        <PlatformIcon platform={channel.platform} />
        {channel.name}
      </span>
      {status !== 'open' && (
        <span>
          {t(`conversation.${status}`)}
          {status === 'snoozed' && snoozedUntil && ` ${t('hold.until', { time: until(snoozedUntil) })}`}
        </span>
      )}
      <span className={styles.claim} data-holder={isMine ? 'me' : claim ? 'other' : 'nobody'}>
        {isMine && t('conversation.yours', { time: until(claim!.until) })}
        {claim && !isMine && `${t('conversation.heldBy', { name: claim.name })} ${t('hold.until', { time: until(claim.until) })}`}
        {!claim && t('conversation.nobody')}
      </span>
      {labels.map((label) => (
        <span key={label} className={styles.label}>
          {label}
        </span>
      ))}
    </p>
  );
}
