import { Loader, Modal, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Conversation, MessageTemplate, NewMessage, Page } from '../../api/types';
import { FillTemplate } from './FillTemplate';
import styles from './TemplateDialog.module.css';

type Props = { conversation: Conversation; onClose: () => void; onSend: (content: NewMessage['content']) => void };

/** Chooses one of the texts the platform approved, to be filled in and sent. */
export function TemplateDialog({ conversation: { channel, contact }, onClose, onSend }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<MessageTemplate | null>(null);
  const { data: templates, error } = useQuery({
    queryKey: ['templates', channel.id],
    queryFn: async ({ signal }) => (await api.get<Page<MessageTemplate>>(`channels/${channel.id}/templates`, { signal })).items,
    staleTime: 5 * 60_000,
  });
  return (
    <Modal opened onClose={onClose} title={t('template.title')} size="lg" centered closeButtonProps={{ 'aria-label': t('common.close') }}>
      {error && <p className={styles.error} role="alert">{error.message}</p>}
      {!templates && !error && <Loader size="sm" role="progressbar" aria-label={t('common.loading')} />}
      {templates?.length === 0 && <p className={styles.hint}>{t('template.none')}</p>}
      {chosen ? (
        <FillTemplate
          template={chosen}
          firstValue={contact.name?.split(' ')[0] ?? ''}
          onBack={() => setChosen(null)}
          onSend={(content) => {
            onSend(content);
            onClose();
          }}
        />
      ) : (
        <ul className={styles.list}>
          {templates?.map((template) => (
            <li key={`${template.key} ${template.language}`}>
              <UnstyledButton className={styles.template} disabled={!template.canSend} onClick={() => setChosen(template)}>
                <span className={styles.head}>
                  <strong>{template.title.replaceAll('_', ' ')}</strong>
                  {template.language && <span className={styles.tag}>{template.language}</span>}
                  {!template.canSend && <span className={styles.tag}>{t('template.cannotSend')}</span>}
                </span>
                <span className={styles.text} dir="auto">
                  {template.text}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
}
