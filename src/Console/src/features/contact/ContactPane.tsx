import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { conversationQuery } from '../conversations/conversationQueries';
import { ContactProfile } from './ContactProfile';

/** Who the open conversation is with, and what is known of them. */
export function ContactPane({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(conversationQuery(conversationId));
  return data ? (
    <ContactProfile key={data.contact.id} contactId={data.contact.id} openConversation={conversationId} />
  ) : (
    <Loader m="auto" role="progressbar" aria-label={t('common.loading')} />
  );
}
