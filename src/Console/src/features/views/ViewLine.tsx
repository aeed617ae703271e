import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchOf } from '../conversations/conversationFilter';
import { useMe } from '../session/session';
import { EditView } from './EditView';
import styles from './SavedViews.module.css';
import type { SavedView } from './viewQueries';

type Props = { view: SavedView; isShown: boolean; onChosen: () => void };

/** One view: a press shows its list; who may, changes it in its place. */
export function ViewLine({ view, isShown, onChosen }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [isEditing, setEditing] = useState(false);
  const mayChange = view.shared ? me.role === 'admin' : view.ownerId === me.id;
  return (
    <li>
      <span className={styles.line} data-shown={isShown}>
        <Link
          to="/conversations"
          search={searchOf(view.filter)}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={isShown ? 'true' : undefined}
          className={styles.view}
          onClick={onChosen}
        >
          {view.name}
        </Link>
        {mayChange && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('views.edit', { name: view.name })}
            title={t('views.edit', { name: view.name })}
            aria-expanded={isEditing}
            onClick={() => setEditing(!isEditing)}
          >
            <IconPencil size={16} />
          </ActionIcon>
        )}
      </span>
      {isEditing && <EditView view={view} isShown={isShown} onClose={() => setEditing(false)} />}
    </li>
  );
}
