import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './ConfirmDialog';
import styles from './Rows.module.css';
import { EmptyState } from './EmptyState';
import { Failure } from './Failure';
import { PageFrame } from './PageFrame';

type Item = { id: string; name: string };

type Props<T extends Item> = {
  title: string;
  intro: string;
  addWord: string;
  failedWords: string;
  empty: { icon: ReactNode; title: string; hint?: string };
  list: { data: T[] | undefined; error: Error | null; refetch: () => unknown };
  remove: { isPending: boolean; error: Error | null; mutate: (id: string, options: { onSuccess: () => void }) => void };
  deleteText: (item: T) => string;
  /** What stands in a row before its buttons. */
  row: (item: T) => ReactNode;
  /** To change one; null for a new one. */
  form: (item: T | null, close: () => void) => ReactNode;
  /** A form that is larger than a row takes the place of the list. */
  isFormLarge?: boolean;
};

/** A page with a list of things that are added, changed in their place and deleted after a question. */
export function EditableList<T extends Item>(props: Props<T>) {
  const { title, intro, addWord, failedWords, empty, list, remove, deleteText, row, form, isFormLarge = false } = props;
  const { t } = useTranslation();
  const [editing, setEditing] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<T | null>(null);
  const close = () => setEditing(null);
  const { data: items, error, refetch } = list;
  const isAdding = editing === 'new';
  return (
    <PageFrame
      title={title}
      intro={intro}
      action={
        isAdding || (isFormLarge && editing) ? null : (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
            {addWord}
          </Button>
        )
      }
    >
      {error && <Failure title={failedWords} error={error} onRetry={() => void refetch()} />}
      {items?.length === 0 && !isAdding && <EmptyState {...empty} />}
      {isFormLarge && editing ? (
        form(items?.find(({ id }) => id === editing) ?? null, close)
      ) : (
        <ul className={styles.rows}>
          {isAdding && <li className={styles.row}>{form(null, close)}</li>}
          {items?.map((item) => (
            <li key={item.id} className={styles.row}>
              {editing === item.id ? (
                form(item, close)
              ) : (
                <>
                  {row(item)}
                  <span className={styles.actions}>
                    <Button size="xs" variant="default" onClick={() => setEditing(item.id)}>
                      {t('labelList.edit')}
                      <span className="rz-hidden"> {item.name}</span>
                    </Button>
                    <Button size="xs" variant="default" onClick={() => setDeleting(item)}>
                      {t('labelList.delete')}
                      <span className="rz-hidden"> {item.name}</span>
                    </Button>
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        isOpen={deleting !== null}
        title={t('labelList.deleteTitle', { name: deleting?.name ?? '' })}
        text={deleting ? deleteText(deleting) : ''}
        confirm={t('labelList.delete')}
        isPending={remove.isPending}
        error={remove.error}
        onClose={() => setDeleting(null)}
        onConfirm={() => remove.mutate(deleting!.id, { onSuccess: () => setDeleting(null) })}
      />
    </PageFrame>
  );
}
