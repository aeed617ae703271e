import { SegmentedControl } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../ui/usePageTitle';
import styles from './ContactPage.module.css';
import { ContactProfile } from './ContactProfile';
import { contactQuery } from './contactQueries';
import { Timeline } from './Timeline';

/** A person: what is known of them, and everything that was ever said on all of their platforms. On a phone, one of the two. */
export function ContactPage() {
  const { t } = useTranslation();
  const { contactId } = useParams({ from: '/frame/contacts/$contactId' });
  const { data: contact } = useQuery(contactQuery(contactId));
  const [view, setView] = useState('profile');
  usePageTitle(contact?.name ?? t('contact.title'));
  if (contact?.mergedInto) {
    return <Navigate to="/contacts/$contactId" params={{ contactId: contact.mergedInto }} replace />;
  }
  return (
    <div className={styles.page} data-view={view}>
      <header className={styles.head}>
        <Link to="/contacts" className={styles.back}>
          <IconChevronLeft size={20} aria-hidden />
          {t('contact.title')}
        </Link>
        <h1 className="rz-hidden">{contact?.name ?? t('thread.customer')}</h1>
        <SegmentedControl
          className={styles.views}
          size="xs"
          value={view}
          onChange={setView}
          data={[
            { value: 'profile', label: t('contact.profile') },
            { value: 'timeline', label: t('contact.timeline') },
          ]}
        />
      </header>
      <aside className={styles.profile} aria-label={t('contact.profile')}>
        <ContactProfile key={contactId} contactId={contactId} />
      </aside>
      <main className={styles.timeline}>
        <Timeline key={contactId} contactId={contactId} name={contact?.name ?? t('thread.customer')} />
      </main>
    </div>
  );
}
