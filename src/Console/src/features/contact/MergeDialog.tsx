import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/contactTypes';
import { MergeCompare } from './MergeCompare';
import { MergeSearch } from './MergeSearch';

type Props = {
  contact: Contact;
  /** Who is proposed; `null` to look for them. */
  first: string | null;
  onClose: () => void;
};

/** First who, then what would come of it. */
export function MergeDialog({ contact, first, onClose }: Props) {
  const { t } = useTranslation();
  const [other, setOther] = useState(first);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('contact.mergeTitle', { name: contact.name ?? t('thread.customer') })}
      closeButtonProps={{ 'aria-label': t('contact.cancel') }}
    >
      {other === null ? (
        <MergeSearch exceptId={contact.id} onChoose={setOther} />
      ) : (
        <MergeCompare contactId={contact.id} otherId={other} onBack={() => setOther(null)} onDone={onClose} />
      )}
    </Modal>
  );
}
