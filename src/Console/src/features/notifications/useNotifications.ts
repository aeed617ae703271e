import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { useLiveEvents } from '../../live/LiveProvider';
import { conversationQuery } from '../conversations/conversationQueries';
import { useMe } from '../session/session';
import { type Arrival, concerns, isQuiet, type Notice, summarise } from './arrivals';
import { chime } from './chime';
import { notificationPreferences } from './preferences';

/** What comes within this time is told in one go. */
const gathering = 1200;

/** Tells of new messages by sound and on the desktop, unless the one they are for is looking at them. */
export function useNotifications() {
  const client = useQueryClient();
  const me = useMe();
  const router = useRouter();
  const show = useShowNotice();
  const burst = useRef<{ messages: Message[]; timer?: ReturnType<typeof setTimeout> }>({ messages: [] });

  const tell = () => {
    const { messages } = burst.current;
    burst.current = { messages: [] };
    const preferences = notificationPreferences();
    const arrivals = messages.flatMap((message): Arrival[] => {
      // By now the live feed has told of the conversation too.
      const conversation = client.getQueryData(conversationQuery(message.conversationId).queryKey);
      return conversation ? [{ conversation, message }] : [];
    });
    const wanted = arrivals.filter(
      (arrival) =>
        concerns(arrival, me.id, preferences.unassigned, Date.now()) &&
        !(document.hasFocus() && router.state.location.pathname.endsWith(arrival.conversation.id)),
    );
    if (wanted.length === 0 || isQuiet(preferences, new Date())) {
      return;
    }
    if (preferences.sound) {
      chime();
    }
    if (preferences.desktop && !document.hasFocus()) {
      summarise(wanted).forEach(show);
    }
  };

  useLiveEvents((event) => {
    if (event.type === 'message.created' && event.data.direction === 'inbound') {
      burst.current.messages.push(event.data);
      burst.current.timer ??= setTimeout(tell, gathering);
    }
  });

  useEffect(() => () => clearTimeout(burst.current.timer), []);
}

function useShowNotice(): (notice: Notice) => void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wordsOf = (notice: Notice, name: string): { title: string; body?: string } => {
    switch (notice.kind) {
      case 'message':
        return { title: name, body: notice.arrival.message.content.text ?? t('notify.noText') };
      case 'messages':
        return { title: t('notify.messages', { count: notice.count, name }) };
      case 'conversations':
        return { title: t('notify.conversations', { count: notice.count, conversations: notice.conversations }) };
    }
  };
  return (notice) => {
    if (!('Notification' in window) || Notification.permission !== 'granted') {
      return;
    }
    const conversation = notice.kind === 'conversations' ? null : notice.arrival.conversation;
    const name = conversation?.contact.name ?? t('thread.customer');
    const { title, body } = wordsOf(notice, name);
    const shown = new Notification(title, { body, tag: conversation?.id ?? 'rozmova', icon: '/icon.svg' });
    shown.onclick = () => {
      window.focus();
      shown.close();
      if (conversation) {
        void navigate({ to: '/conversations/$conversationId', params: { conversationId: conversation.id }, search: {} });
      }
    };
  };
}
