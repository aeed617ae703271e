import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft, IconCheck, IconHandGrab, IconHandStop } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { untilTime } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import { ContextToggle } from '../conversations/ContextPane';
import { useContactName } from '../conversations/contactName';
import { useConversationAction } from '../conversations/conversationQueries';
import { useMe } from '../session/session';
import { useShortcuts } from '../shortcuts/useShortcuts';
import styles from './ConversationHeader.module.css';

export function ConversationHeader({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const me = useMe();
  const action = useConversationAction(conversation.id);
  const { contact, channel, claim, labels, status } = conversation;
  const name = useContactName(conversation);
  const isMine = claim?.operatorId === me.id;
  const isClosed = status === 'closed';
  const canRelease = isMine || (claim !== null && me.role === 'admin');

  const toggleClosed = () => action.mutate(isClosed ? 'reopen' : 'close');
  useShortcuts({
    KeyT: () => action.mutate('claim'),
    'Shift+KeyT': () => action.mutate('release'),
    KeyE: toggleClosed,
  });

  return (
    <header className={styles.header}>
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
        <p className={styles.facts}>
          <PlatformIcon platform={channel.platform} />
          <span className={styles.channel}>{channel.name}</span>
          {status !== 'open' && <span>{t(`conversation.${status}`)}</span>}
          <ClaimFact conversation={conversation} />
          {labels.map((label) => (
            <span key={label} className={styles.label}>
              {label}
            </span>
          ))}
        </p>
      </div>
      <div className={styles.actions}>
        {!claim && !isClosed && (
          <Button
            leftSection={<IconHandGrab size={18} aria-hidden />}
            variant="light"
            loading={action.isPending && action.variables === 'claim'}
            onClick={() => action.mutate('claim')}
          >
            {t('conversation.take')}
          </Button>
        )}
        {canRelease && (
          <Button
            leftSection={<IconHandStop size={18} aria-hidden />}
            variant="default"
            onClick={() => action.mutate('release')}
          >
            {t('conversation.release')}
          </Button>
        )}
        <Button
          leftSection={isClosed ? <IconArrowBackUp size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
          variant="default"
          onClick={toggleClosed}
        >
          {isClosed ? t('conversation.reopen') : t('conversation.close')}
        </Button>
        <ContextToggle />
      </div>
    </header>
  );
}

function ClaimFact({ conversation: { claim } }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const now = useNow();
  if (!claim) {
    return <span>{t('conversation.nobody')}</span>;
  }
  const isMine = claim.operatorId === me.id;
  return (
    <span className={styles.claim}>
      {isMine
        ? t('conversation.yours', { time: untilTime(claim.until, now, i18n.language) })
        : t('conversation.heldBy', { name: claim.name })}
    </span>
  );
}
