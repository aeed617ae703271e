import { useTranslation } from 'react-i18next';
import { duration } from '../../ui/time';
import type { statusChoices } from './conversationFilter';

/** What a narrowing is called, in the panel and on its chip. */
export function useFilterWords() {
  const { t, i18n } = useTranslation();
  const statuses = {
    open: t('list.statusOpen'),
    pending: t('list.statusPending'),
    snoozed: t('list.statusSnoozed'),
    closed: t('list.statusClosed'),
    any: t('list.statusAny'),
  };
  return {
    status: (status: (typeof statusChoices)[number]) => statuses[status],
    waiting: (minutes: number) =>
      t('list.waitingOver', { time: duration(new Date(0).toISOString(), minutes * 60_000, i18n.language, 'long') }),
  };
}
