import { IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EditableList } from '../../ui/EditableList';
import rows from '../../ui/Rows.module.css';
import { untilTime } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import { HoursForm } from './HoursForm';
import styles from './HoursPage.module.css';
import { hoursNowQuery, hoursQuery, useDeleteHours } from './hoursQueries';

export function HoursPage() {
  const { t } = useTranslation();
  return (
    <EditableList
      title={t('settings.entry.hours')}
      intro={t('hours.intro')}
      addWord={t('hours.add')}
      failedWords={t('hours.failed')}
      empty={{ icon: <IconClock size={26} />, title: t('hours.empty'), hint: t('hours.emptyHint') }}
      list={useQuery(hoursQuery)}
      remove={useDeleteHours()}
      deleteText={() => t('hours.deleteText')}
      isFormLarge
      form={(hours, close) => <HoursForm key={hours?.id ?? 'new'} hours={hours} onClose={close} />}
      row={({ id, name, timeZone, channelIds }) => (
        <>
          <span className={rows.main}>
            <span className={rows.name}>{name}</span>
            <span className={rows.detail}>
              {timeZone} · {t('hours.channelCount', { count: channelIds.length })}
            </span>
          </span>
          <OpenNow id={id} />
        </>
      )}
    />
  );
}

function OpenNow({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { data: state } = useQuery(hoursNowQuery(id));
  if (!state) {
    return null;
  }
  const until = state.changesAt && untilTime(state.changesAt, now, i18n.language);
  return (
    <span className={styles.now} data-open={state.open}>
      {until ? t(state.open ? 'hours.openUntil' : 'hours.closedUntil', { time: until }) : t(state.open ? 'hours.open' : 'hours.closed')}
    </span>
  );
}
