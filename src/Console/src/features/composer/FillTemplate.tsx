import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageTemplate, NewMessage } from '../../api/types';
import { emptyDraft, isComplete, type TemplateDraft, toContent } from './templateDraft';
import styles from './TemplateDialog.module.css';
import { TemplateHeader } from './TemplateHeader';

type Props = { template: MessageTemplate; firstValue: string; onBack: () => void; onSend: (content: NewMessage['content']) => void };

/** Fills the places of a template and shows what the customer will read. */
export function FillTemplate({ template, firstValue, onBack, onSend }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<TemplateDraft>(() => emptyDraft(template, firstValue));
  const change = (changes: Partial<TemplateDraft>) => setDraft((current) => ({ ...current, ...changes }));
  return (
    <form
      className={styles.fill}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(toContent(template, draft));
      }}
    >
      <TemplateHeader needs={template.headerNeeds} draft={draft} onChange={change} />
      {template.parameters.map((name, place) => (
        <TextInput
          key={name}
          label={t('template.place', { name })}
          value={draft.parameters[place]}
          required
          data-autofocus={place === 0 ? true : undefined}
          onChange={(event) => change({ parameters: draft.parameters.with(place, event.currentTarget.value) })}
        />
      ))}
      {template.buttons.map((button, place) =>
        template.buttonNeeds[place] === 'url' ? (
          <TextInput
            key={place}
            label={t('template.end', { button })}
            value={draft.ends[place]}
            required
            onChange={(event) => change({ ends: draft.ends.with(place, event.currentTarget.value) })}
          />
        ) : null,
      )}
      <Preview template={template} draft={draft} />
      <Group justify="space-between">
        <Button type="button" variant="default" onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button type="submit" disabled={!isComplete(template, draft)}>
          {t('template.send')}
        </Button>
      </Group>
    </form>
  );
}

function Preview({ template, draft }: { template: MessageTemplate; draft: TemplateDraft }) {
  const { t } = useTranslation();
  const parts = template.text.split(/\{\{\s*(\w+)\s*\}\}/);
  const header = template.header?.replace(/\{\{\s*\w+\s*\}\}/, (place) => draft.text || place);
  return (
    <figure className={styles.preview} aria-label={t('template.preview')}>
      {draft.file && <small dir="auto">{draft.file.fileName}</small>}
      {template.headerNeeds === 'location' && draft.place.name && <small dir="auto">{draft.place.name}</small>}
      {header && <strong dir="auto">{header}</strong>}
      <p dir="auto">
        {parts.map((part, place) =>
          place % 2 === 0 ? part : <mark key={place}>{draft.parameters[template.parameters.indexOf(part)] || `{{${part}}}`}</mark>,
        )}
      </p>
      {template.footer && <small dir="auto">{template.footer}</small>}
      {template.buttons.map((button, place) => (
        <span key={place} className={styles.button}>
          {button}
        </span>
      ))}
    </figure>
  );
}
