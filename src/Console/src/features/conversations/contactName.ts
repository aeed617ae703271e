import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';

/** A contact's name; one who has told none is called a customer. */
export function useContactName({ contact }: Conversation): string {
  const { t } = useTranslation();
  return contact.name ?? t('thread.customer');
}
