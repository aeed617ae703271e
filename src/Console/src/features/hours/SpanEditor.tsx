import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './HoursPage.module.css';
import type { DaySpan } from './hoursQueries';

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const percent = (time: string) => `${(minutesOf(time) / 1440) * 100}%`;

/** The hours of one day: two times each, typed; the bar shows the day at a glance. */
export function SpanEditor({ name, spans, onChange }: { name: string; spans: DaySpan[]; onChange: (spans: DaySpan[]) => void }) {
  const { t } = useTranslation();
  const replace = (at: number, part: Partial<DaySpan>) =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...part } : span)));
  return (
    <div className={styles.editor}>
      <div className={styles.bar} aria-hidden>
        {spans.map((span, at) => (
          <span key={at} style={{ left: percent(span.from), right: `calc(100% - ${percent(span.to)})` }} />
        ))}
      </div>
      {spans.map((span, at) => (
        <span key={at} className={styles.span}>
          <input
            type="time"
            className={styles.time}
            aria-label={`${name}, ${t('hours.from')}`}
            value={span.from}
            required
            onChange={(event) => replace(at, { from: event.currentTarget.value })}
          />
          –
          <input
            type="time"
            className={styles.time}
            aria-label={`${name}, ${t('hours.to')}`}
            // A field for times has no 24:00: midnight ends the day.
            value={span.to === '24:00' ? '00:00' : span.to}
            required
            onChange={(event) => replace(at, { to: event.currentTarget.value === '00:00' ? '24:00' : event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${name}: ${t('hours.remove')}`}
            onClick={() => onChange(spans.filter((_, index) => index !== at))}
          >
            <IconX size={16} />
          </ActionIcon>
        </span>
      ))}
      {spans.length === 0 && <span className={styles.closed}>{t('hours.closed')}</span>}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...spans, { from: '09:00', to: '18:00' }])}
      >
        {t('hours.addSpan')}
        <span className="rz-hidden">, {name}</span>
      </Button>
    </div>
  );
}
