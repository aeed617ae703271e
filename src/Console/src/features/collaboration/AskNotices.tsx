import { Button, CloseButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { useLiveEvents } from '../../live/LiveProvider';
import { Avatar } from '../../ui/Avatar';
import { useContactName } from '../conversations/contactName';
import { conversationQuery } from '../conversations/conversationQueries';
import { useMe } from '../session/session';
import styles from './AskNotices.module.css';
import { useHandOver } from './holdQueries';

type Ask = { conversation: Conversation; by: { id: string; name: string } };

/** Colleagues who ask for what the one at this page holds, with the way to hand it over. */
export function AskNotices() {
  const client = useQueryClient();
  const me = useMe();
  const [asks, setAsks] = useState<Ask[]>([]);
  const drop = (conversationId: string) => setAsks((last) => last.filter(({ conversation }) => conversation.id !== conversationId));

  useLiveEvents((event) => {
    if (event.type === 'conversation.claimed' || event.type === 'conversation.released') {
      drop(event.data.conversationId);
    } else if (event.type === 'message.created' && event.data.content.key === 'asked' && event.data.author.id) {
      const { conversationId, author } = event.data;
      const by = { id: author.id!, name: author.name ?? '' };
      const show = (conversation: Conversation) => {
        if (conversation.claim?.operatorId === me.id && by.id !== me.id) {
          setAsks((last) => [...last.filter((ask) => ask.conversation.id !== conversationId), { conversation, by }].slice(-3));
        }
      };
      // Without an answer the line in the thread still tells of it.
      client.fetchQuery(conversationQuery(conversationId)).then(show, () => {});
    }
  });

  return (
    <div className={styles.place} role="status">
      {asks.map((ask) => (
        <AskNotice key={ask.conversation.id} ask={ask} onDone={() => drop(ask.conversation.id)} />
      ))}
    </div>
  );
}

function AskNotice({ ask: { conversation, by }, onDone }: { ask: Ask; onDone: () => void }) {
  const { t } = useTranslation();
  const contact = useContactName(conversation);
  const handOver = useHandOver(conversation.id);
  return (
    <div className={styles.ask}>
      <Avatar id={by.id} name={by.name} size={36} />
      <p>
        <strong>{by.name}</strong> {t('hold.asksFor')}{' '}
        <Link to="/conversations/$conversationId" params={{ conversationId: conversation.id }} search={(last) => last}>
          {contact}
        </Link>
      </p>
      <CloseButton aria-label={t('hold.keep')} title={t('hold.keep')} onClick={onDone} />
      <Button fullWidth size="xs" loading={handOver.isPending} onClick={() => handOver.mutate({ to: by })}>
        {t('hold.handOver')}
      </Button>
    </div>
  );
}
