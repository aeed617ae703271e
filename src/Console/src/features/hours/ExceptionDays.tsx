import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import rows from '../../ui/Rows.module.css';
import styles from './HoursPage.module.css';
import type { ExceptionDay } from './hoursQueries';
import { SpanEditor } from './SpanEditor';

/** Holidays and other days that do not go by the week. */
export function ExceptionDays({ days, onChange }: { days: ExceptionDay[]; onChange: (days: ExceptionDay[]) => void }) {
  const { t } = useTranslation();
  const replace = (at: number, part: Partial<ExceptionDay>) =>
    onChange(days.map((day, index) => (index === at ? { ...day, ...part } : day)));
  return (
    <div className={rows.stack}>
      <p className={rows.detail} style={{ margin: 0 }}>
        {t('hours.exceptionsHint')}
      </p>
      {days.map((day, at) => (
        <div key={at} className={styles.exception}>
          <TextInput
            type="date"
            aria-label={t('hours.date')}
            value={day.date}
            required
            onChange={(event) => replace(at, { date: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('hours.note')}
            placeholder={t('hours.note')}
            value={day.note ?? ''}
            maxLength={100}
            onChange={(event) => replace(at, { note: event.currentTarget.value || null })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${day.date}: ${t('hours.remove')}`}
            onClick={() => onChange(days.filter((_, index) => index !== at))}
          >
            <IconX size={16} />
          </ActionIcon>
          <SpanEditor name={day.date} spans={day.spans} onChange={(spans) => replace(at, { spans })} />
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => onChange([...days, { date: '', spans: [], note: null }])}
      >
        {t('hours.addDay')}
      </Button>
    </div>
  );
}
