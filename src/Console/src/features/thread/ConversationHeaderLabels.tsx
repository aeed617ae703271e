import { ActionIcon, Popover } from '@mantine/core';
import { IconCheck, IconPlus, IconTag } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { itemsOf, type Pages } from '../../live/pages';
import { PickList } from '../../ui/PickList';
import { useShortcuts } from '../shortcuts/useShortcuts';
import styles from './ConversationHeader.module.css';
import { useLabels } from './headerQueries';

/** Puts labels on the conversation and takes them off; a name nobody has used yet makes a new one. */
export function ConversationHeaderLabels({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  useShortcuts({ KeyL: () => setOpen(true) });
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={280} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('labels.edit')}
          title={t('labels.edit')}
          onClick={() => setOpen(!isOpen)}
        >
          <IconTag size={19} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>{isOpen && <LabelChoices conversation={conversation} />}</Popover.Dropdown>
    </Popover>
  );
}

function LabelChoices({ conversation: { id, labels } }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const known = useKnownLabels(labels);
  const change = useLabels(id);

  const wanted = query.trim();
  const toggle = (label: string) => {
    setQuery('');
    change.mutate(labels.includes(label) ? { remove: [label] } : { add: [label] });
  };
  const found = known.filter((label) => label.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()));
  const items = found.map((label) => ({
    id: label,
    pick: () => toggle(label),
    node: (
      <>
        <span className={styles.choice}>{label}</span>
        {labels.includes(label) && <IconCheck size={17} role="img" aria-label={t('labels.has')} />}
      </>
    ),
  }));
  const create = {
    id: `+${wanted}`,
    pick: () => toggle(wanted),
    node: (
      <>
        <IconPlus size={17} aria-hidden />
        <span className={styles.choice}>{t('labels.create', { label: wanted })}</span>
      </>
    ),
  };
  return (
    <PickList
      label={t('labels.find')}
      query={query}
      onQuery={setQuery}
      empty={t('labels.none')}
      input={{ maxLength: 64 }}
      items={wanted && !known.includes(wanted) ? [...items, create] : items}
    />
  );
}

/** Every label seen in the lists read so far, and those of this conversation first. */
function useKnownLabels(own: string[]): string[] {
  const lists = useQueryClient().getQueriesData<Pages<Conversation>>({ queryKey: ['conversations', 'list'] });
  const seen = lists.flatMap(([, pages]) => itemsOf(pages)).flatMap(({ labels }) => labels);
  return [...new Set([...own, ...seen.toSorted((a, b) => a.localeCompare(b))])];
}
