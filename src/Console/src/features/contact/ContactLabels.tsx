import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/contactTypes';
import { useLabelContact } from './contactChanges';
import { contactLabelsQuery } from './contactQueries';
import { Section } from './Section';
import './mantineParts.css';

/** The shop's own words for a person. */
export function ContactLabels({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { data: known = [] } = useQuery(contactLabelsQuery);
  const label = useLabelContact(contact.id);
  const change = (labels: string[]) =>
    label.mutate({
      add: labels.filter((text) => !contact.labels.includes(text)),
      remove: contact.labels.filter((text) => !labels.includes(text)),
    });
  return (
    <Section name={t('contact.labels')}>
      <TagsInput
        size="sm"
        aria-label={t('contact.labels')}
        placeholder={t('contact.addLabel')}
        value={contact.labels}
        data={known}
        maxTags={50}
        onChange={change}
      />
    </Section>
  );
}
