import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/contactTypes';
import { useChangeContact } from './contactChanges';
import { CopyIcon } from './CopyIcon';
import { EditableLine } from './EditableLine';
import { FactRow } from './FactRow';
import { languageName } from './contactWords';
import { Section } from './Section';

/** How to reach them, and in which language. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const { t, i18n } = useTranslation();
  const change = useChangeContact(contact.id);
  return (
    <Section name={t('contact.details')}>
      <dl style={{ margin: 0 }}>
        <FactRow label={t('contact.phone')} action={contact.phone && <CopyIcon value={contact.phone} />}>
          <EditableLine
            label={t('contact.phone')}
            type="tel"
            value={contact.phone}
            onSave={(phone) => change.mutate({ phone })}
          />
        </FactRow>
        <FactRow label={t('contact.email')} action={contact.email && <CopyIcon value={contact.email} />}>
          <EditableLine
            label={t('contact.email')}
            type="email"
            value={contact.email}
            onSave={(email) => change.mutate({ email })}
          />
        </FactRow>
        <FactRow label={t('contact.language')}>
          <EditableLine
            label={t('contact.language')}
            value={contact.language}
            shown={contact.language ? languageName(contact.language, i18n.language) : undefined}
            onSave={(language) => change.mutate({ language })}
          />
        </FactRow>
      </dl>
    </Section>
  );
}
