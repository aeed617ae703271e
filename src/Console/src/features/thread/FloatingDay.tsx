import { IconCalendar } from '@tabler/icons-react';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import { dayName } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import styles from './Thread.module.css';
import { messagesOf, shownTime, type ThreadRow } from './threadRows';
import { topSpace } from './useThreadScroll';

type Props = { rows: ThreadRow[]; virtual: Virtualizer<HTMLDivElement, Element>; onDate: (iso: string) => void };

const pillHeight = 44;

/** The day being read, over the thread; pressing it leads to another. */
export function FloatingDay({ rows, virtual, onDate }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const offset = virtual.scrollOffset ?? 0;
  const index = virtual.getVirtualItemForOffset(offset + pillHeight)?.index ?? 0;
  const iso = dayAt(rows, index);
  const fits = virtual.getTotalSize() <= (virtual.scrollRect?.height ?? 0);
  // Over another line across the thread it would be in the way.
  if (!iso || fits || offset < topSpace - 24 || rows[index]?.kind === 'day' || rows[index]?.kind === 'unread') {
    return null;
  }
  const words = { today: t('thread.today'), yesterday: t('thread.yesterday') };
  return (
    <label className={styles.floatingDay}>
      <time dateTime={iso.slice(0, 10)}>{dayName(iso, now, i18n.language, words)}</time>
      <IconCalendar size={13} aria-hidden />
      <input
        type="date"
        aria-label={t('thread.toDate')}
        max={new Date(now).toISOString().slice(0, 10)}
        onClick={(event) => event.currentTarget.showPicker()}
        onChange={({ target }) => target.valueAsDate && onDate(new Date(`${target.value}T00:00`).toISOString())}
      />
    </label>
  );
}

function dayAt(rows: ThreadRow[], index: number): string | null {
  for (let at = index; at < rows.length; at++) {
    const message = messagesOf(rows[at]!)[0];
    if (message) {
      return shownTime(message);
    }
  }
  const last = rows.findLast((row) => messagesOf(row).length > 0);
  return last ? shownTime(messagesOf(last)[0]!) : null;
}
