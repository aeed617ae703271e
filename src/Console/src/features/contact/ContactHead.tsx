import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowsJoin, IconDots, IconDownload, IconTimeline, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/contactTypes';
import { Avatar } from '../../ui/Avatar';
import { useChangeContact } from './contactChanges';
import styles from './ContactHead.module.css';
import { EditableLine } from './EditableLine';
import { EraseDialog } from './EraseDialog';

type Props = { contact: Contact; /** On the person's own page: the timeline is beside it. */ isWhole: boolean; onMerge: () => void };

export function ContactHead({ contact, isWhole, onMerge }: Props) {
  const { t } = useTranslation();
  const change = useChangeContact(contact.id);
  const [erases, setErases] = useState(false);
  const name = contact.name ?? t('thread.customer');
  return (
    <header className={styles.head}>
      <Avatar id={contact.id} name={name} url={contact.avatarUrl} size={64} />
      <EditableLine label={t('contact.name')} value={contact.name} onSave={(value) => change.mutate({ name: value })} isLarge />
      <div className={styles.actions}>
        {!isWhole && (
          <Button
            renderRoot={(props) => <Link to="/contacts/$contactId" params={{ contactId: contact.id }} {...props} />}
            variant="light"
            size="xs"
            leftSection={<IconTimeline size={16} aria-hidden />}
          >
            {t('contact.timeline')}
          </Button>
        )}
        <Button variant="default" size="xs" leftSection={<IconArrowsJoin size={16} aria-hidden />} onClick={onMerge}>
          {t('contact.merge')}
        </Button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('contact.more')} title={t('contact.more')}>
              <IconDots size={17} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              component="a"
              href={`/api/v1/contacts/${contact.id}/export`}
              download
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t('contact.export')}
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setErases(true)}>
              {t('contact.erase')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {erases && <EraseDialog contactId={contact.id} name={name} onClose={() => setErases(false)} />}
    </header>
  );
}
