import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { PickList, type PickItem } from '../../ui/PickList';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { useReturnFocus } from '../../ui/useReturnFocus';
import { Keys } from '../shortcuts/Keys';
import { viewsQuery } from '../views/viewQueries';
import { rank } from './fuzzy';
import styles from './Palette.module.css';
import { searchOf } from '../conversations/conversationFilter';
import { foundQuery, type Person } from './paletteQueries';
import { type PaletteAction, usePaletteActions } from './usePaletteActions';

/** Whatever can be done or opened from here, by a few letters of its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [typed] = useDebouncedValue(query.trim(), 150);
  const actions = usePaletteActions();
  const { data: found } = useQuery(foundQuery(typed));
  const { data: views = [] } = useQuery(viewsQuery);
  useReturnFocus();

  const then = (act: () => void) => () => {
    onClose();
    setTimeout(act); // once the palette no longer holds the focus
  };
  const open = (conversationId: string) =>
    void navigate({ to: '/conversations/$conversationId', params: { conversationId }, search: {} });
  const openPerson = (contactId: string) => void navigate({ to: '/contacts/$contactId', params: { contactId } });

  const ofActions = rank(actions, query, ({ names }) => names).map((action): PickItem => ({
    id: action.shortcut.press,
    group: t(`shortcuts.${action.shortcut.group}`),
    node: <ActionLine action={action} />,
    pick: then(action.run),
  }));
  const ofViews = rank(views, query, ({ name }) => [name]).map((view): PickItem => ({
    id: view.id,
    group: t('views.title'),
    node: <span className={styles.name}>{view.name}</span>,
    pick: then(() => void navigate({ to: '/conversations', search: searchOf(view.filter) })),
  }));
  const ofConversations = (typed ? (found?.conversations ?? []) : []).map((conversation): PickItem => ({
    id: conversation.id,
    group: t('palette.conversations'),
    node: <ConversationLine conversation={conversation} />,
    pick: then(() => open(conversation.id)),
  }));
  const ofPeople = (typed ? (found?.people ?? []) : []).map((person): PickItem => ({
    id: person.id,
    group: t('palette.people'),
    node: <PersonLine person={person} />,
    pick: then(() => openPerson(person.id)),
  }));
  // What fits best comes first, but what is of one kind stays together.
  const groups = [...new Set(ofActions.map(({ group }) => group))];
  const byGroup = groups.flatMap((group) => ofActions.filter((item) => item.group === group));

  return (
    <Modal.Root opened onClose={onClose} size="lg" yOffset="12dvh" padding="sm">
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')}>
        <Modal.Body>
          <PickList
            label={t('palette.placeholder')}
            query={query}
            onQuery={setQuery}
            empty={t('palette.nothing')}
            items={[...byGroup, ...ofViews, ...ofConversations, ...ofPeople]}
            input={{ size: 'md', leftSection: <IconSearch size={18} aria-hidden /> }}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function ActionLine({ action: { label, shortcut } }: { action: PaletteAction }) {
  return (
    <>
      <span className={styles.name}>{label}</span>
      <Keys press={shortcut.press} />
    </>
  );
}

function ConversationLine({ conversation: { contact, channel, lastMessage } }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const name = contact.name ?? t('thread.customer');
  return (
    <>
      <Avatar id={contact.id} name={name} url={contact.avatarUrl} size={26} />
      <span className={styles.name}>
        {name} <span className={styles.soft}>{lastMessage?.content.text}</span>
      </span>
      <PlatformIcon platform={channel.platform} />
    </>
  );
}

function PersonLine({ person: { id, name, avatarUrl } }: { person: Person }) {
  const { t } = useTranslation();
  const known = name ?? t('thread.customer');
  return (
    <>
      <Avatar id={id} name={known} url={avatarUrl} size={26} />
      <span className={styles.name}>{known}</span>
    </>
  );
}
