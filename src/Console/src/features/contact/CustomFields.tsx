import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact, ContactField } from '../../api/contactTypes';
import { useChangeContact } from './contactChanges';
import { contactFieldsQuery } from './contactQueries';
import { EditableLine } from './EditableLine';
import { FactRow } from './FactRow';
import { Section } from './Section';
import './mantineParts.css';

/** What the shop wants to know of everybody. */
export function CustomFields({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { data: fields = [] } = useQuery(contactFieldsQuery);
  const change = useChangeContact(contact.id);
  if (fields.length === 0) {
    return null;
  }
  return (
    <Section name={t('contact.fields')}>
      <dl style={{ margin: 0 }}>
        {fields.map((field) => (
          <FactRow key={field.id} label={field.name}>
            <FieldValue
              field={field}
              value={contact.fields[field.id] ?? null}
              onSave={(value) => change.mutate({ fields: { [field.id]: value } })}
            />
          </FactRow>
        ))}
      </dl>
    </Section>
  );
}

type ValueProps = { field: ContactField; value: string | null; onSave: (value: string | null) => void };

function FieldValue({ field, value, onSave }: ValueProps) {
  const { t, i18n } = useTranslation();
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          size="xs"
          aria-label={field.name}
          placeholder={t('contact.empty')}
          // One that is no choice any more is shown until somebody chooses anew.
          data={value && !field.choices.includes(value) ? [value, ...field.choices] : field.choices}
          value={value}
          onChange={onSave}
          clearable
        />
      );
    case 'date':
      return <EditableLine label={field.name} type="date" value={value} shown={value ? dayName(value, i18n.language) : undefined} onSave={onSave} />;
    case 'number':
      return (
        <EditableLine
          label={field.name}
          inputMode="decimal"
          value={value}
          shown={value ? Number(value).toLocaleString(i18n.language, { maximumFractionDigits: 20 }) : undefined}
          onSave={(typed) => onSave(typed?.replace(',', '.') ?? null)}
        />
      );
    default:
      return <EditableLine label={field.name} value={value} onSave={onSave} />;
  }
}

/** A day is the same day in every time zone. */
const dayName = (day: string, language: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'medium', timeZone: 'UTC' });
