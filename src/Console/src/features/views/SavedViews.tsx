import { Alert, Button, Popover } from '@mantine/core';
import { IconBookmark, IconBookmarkFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listKey, searchOf } from '../conversations/conversationFilter';
import { useInboxSearch } from '../conversations/useInbox';
import { NewView } from './NewView';
import styles from './SavedViews.module.css';
import { ViewLine } from './ViewLine';
import { type SavedView, viewsQuery } from './viewQueries';

/** The lists somebody needs again and again, by their names; the one that is shown gives the button its own. */
export function SavedViews() {
  const { t } = useTranslation();
  const { search } = useInboxSearch();
  const [isOpen, setOpen] = useState(false);
  const { data: views = [], error } = useQuery(viewsQuery);
  const shownKey = listKey(search);
  const shown = views.find((view) => listKey(searchOf(view.filter)) === shownKey);
  const Icon = shown ? IconBookmarkFilled : IconBookmark;

  const group = (name: string, members: SavedView[]) =>
    members.length > 0 && (
      <section aria-label={name}>
        <h2 className={styles.group}>{name}</h2>
        <ul className={styles.views}>
          {members.map((view) => (
            <ViewLine key={view.id} view={view} isShown={view === shown} onChosen={() => setOpen(false)} />
          ))}
        </ul>
      </section>
    );

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={300} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          className={styles.open}
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Icon size={16} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {shown && <span className="rz-hidden">{t('views.title')}: </span>}
          {shown?.name ?? t('views.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.panel} aria-label={t('views.title')}>
        {error && (
          <Alert color="red" py="xs">
            {t('views.failed')}
          </Alert>
        )}
        {group(t('views.own'), views.filter(({ shared }) => !shared))}
        {group(t('views.shared'), views.filter(({ shared }) => shared))}
        {views.length === 0 && !error && <p className={styles.hint}>{t('views.empty')}</p>}
        {!shown && <NewView onSaved={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}
