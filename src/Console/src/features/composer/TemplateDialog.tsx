import { Button, Group, Loader, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Conversation, MessageTemplate, NewMessage, Page } from '../../api/types';
import styles from './TemplateDialog.module.css';

type Props = { conversation: Conversation; onClose: () => void; onSend: (content: NewMessage['content']) => void };

/** Chooses one of the texts the platform approved, fills its places, and shows what the customer will read. */
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
          onSend={(parameters) => {
            onSend({ type: 'template', key: chosen.key, language: chosen.language, parameters });
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

type FillProps = { template: MessageTemplate; firstValue: string; onBack: () => void; onSend: (parameters: string[]) => void };

function FillTemplate({ template, firstValue, onBack, onSend }: FillProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState<string[]>(() => template.parameters.map((_, place) => (place === 0 ? firstValue : '')));
  const isFilled = values.every((value) => value.trim() !== '');
  const parts = template.text.split(/\{\{\s*(\w+)\s*\}\}/);
  return (
    <form
      className={styles.fill}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(values.map((value) => value.trim()));
      }}
    >
      {template.parameters.map((name, place) => (
        <TextInput
          key={name}
          label={t('template.place', { name })}
          value={values[place]}
          required
          data-autofocus={place === 0 ? true : undefined}
          onChange={(event) => setValues(values.with(place, event.currentTarget.value))}
        />
      ))}
      <figure className={styles.preview} aria-label={t('template.preview')}>
        {template.header && <strong dir="auto">{template.header}</strong>}
        <p dir="auto">
          {parts.map((part, place) =>
            place % 2 === 0 ? part : <mark key={place}>{values[template.parameters.indexOf(part)] || `{{${part}}}`}</mark>,
          )}
        </p>
        {template.footer && <small dir="auto">{template.footer}</small>}
        {template.buttons.map((button) => (
          <span key={button} className={styles.button}>
            {button}
          </span>
        ))}
      </figure>
      <Group justify="space-between">
        <Button type="button" variant="default" onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button type="submit" disabled={!isFilled}>
          {t('template.send')}
        </Button>
      </Group>
    </form>
  );
}
