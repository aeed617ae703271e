import { Loader } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/contactTypes';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { OrderCard } from '../orders/OrderCard';
import { AlikeHint } from './AlikeHint';
import { ContactConversations } from './ContactConversations';
import { ContactFacts } from './ContactFacts';
import { ContactHead } from './ContactHead';
import { ContactIdentities } from './ContactIdentities';
import { ContactLabels } from './ContactLabels';
import { ContactNotes } from './ContactNotes';
import styles from './ContactProfile.module.css';
import { contactQuery } from './contactQueries';
import { CustomFields } from './CustomFields';
import { MergeDialog } from './MergeDialog';
import { MergedList } from './MergedList';

type Props = { contactId: string; openConversation?: string };

/** All that is known of a person, changed in place; beside an open conversation also the order it is about. */
export function ContactProfile({ contactId, openConversation }: Props) {
  const { t } = useTranslation();
  const { data: contact, error, refetch } = useQuery(contactQuery(contactId));
  if (error && !contact) {
    return <Failure title={t('contact.readFailed')} error={error} onRetry={() => void refetch()} />;
  }
  if (!contact) {
    return <Loader m="auto" role="progressbar" aria-label={t('common.loading')} />;
  }
  if (contact.erasedAt) {
    return <EmptyState icon={<IconUserOff size={26} />} title={t('contact.erased')} hint={t('contact.erasedHint')} />;
  }
  return <Known contact={contact} openConversation={openConversation} />;
}

function Known({ contact, openConversation }: { contact: Contact; openConversation?: string }) {
  // The other half of a merge: undefined while nobody merges, null while they look for whom.
  const [other, setOther] = useState<string | null | undefined>(undefined);
  return (
    <div className={styles.profile}>
      <ContactHead contact={contact} isWhole={openConversation === undefined} onMerge={() => setOther(null)} />
      <AlikeHint contactId={contact.id} onCompare={setOther} />
      <MergedList contact={contact} />
      {openConversation !== undefined && <OrderCard conversationId={openConversation} />}
      <ContactFacts contact={contact} />
      <ContactIdentities identities={contact.identities} />
      <ContactLabels contact={contact} />
      <CustomFields contact={contact} />
      <ContactNotes contactId={contact.id} />
      <ContactConversations contactId={contact.id} openConversation={openConversation} />
      {other !== undefined && <MergeDialog contact={contact} first={other} onClose={() => setOther(undefined)} />}
    </div>
  );
}
