import { Alert, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import { Card } from '../../ui/Card';
import { ChannelChoice } from '../channels/ChannelChoice';
import rows from '../../ui/Rows.module.css';
import { ExceptionDays } from './ExceptionDays';
import styles from './HoursPage.module.css';
import { type Hours, type HoursContent, useSaveHours, weekDays } from './hoursQueries';
import { SpanEditor } from './SpanEditor';

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const zones = Intl.supportedValuesOf('timeZone');

const workingWeek = weekDays.slice(0, 5).map((day) => ({ day, from: '09:00', to: '18:00' }));

const startOf = (hours: Hours | null): HoursContent =>
  hours ?? { name: '', timeZone: ownZone(), week: workingWeek, exceptions: [], channelIds: [] };

export function HoursForm({ hours, onClose }: { hours: Hours | null; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveHours(hours?.id ?? null);
  const [content, setContent] = useState(() => startOf(hours));
  const change = (part: Partial<HoursContent>) => setContent((before) => ({ ...before, ...part }));
  const wrong = save.error instanceof Problem ? save.error.details.field : undefined;
  const errorAt = (field: string) => (wrong === field ? save.error?.message : undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, timeZone, week, exceptions, channelIds } = content;
    save.mutate({ name: name.trim(), timeZone, week, exceptions, channelIds }, { onSuccess: onClose });
  };

  return (
    <form onSubmit={submit}>
      <Card>
        <TextInput
          label={t('hours.name')}
          value={content.name}
          error={errorAt('name')}
          maxLength={100}
          required
          autoFocus
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('hours.timeZone')}
          value={content.timeZone}
          error={errorAt('timeZone')}
          list="time-zones"
          required
          onChange={(event) => change({ timeZone: event.currentTarget.value })}
        />
        <datalist id="time-zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </Card>
      <Card title={t('hours.week')}>
        {weekDays.map((day) => (
          <div key={day} className={styles.day}>
            <span className={styles.dayName}>{t(`hours.day.${day}`)}</span>
            <SpanEditor
              name={t(`hours.day.${day}`)}
              spans={content.week.filter((span) => span.day === day)}
              onChange={(spans) =>
                change({
                  week: [...content.week.filter((span) => span.day !== day), ...spans.map((span) => ({ ...span, day }))],
                })
              }
            />
          </div>
        ))}
        {errorAt('week') && <p className={styles.error}>{errorAt('week')}</p>}
      </Card>
      <Card title={t('hours.exceptions')}>
        <ExceptionDays days={content.exceptions} onChange={(exceptions) => change({ exceptions })} />
        {errorAt('exceptions') && <p className={styles.error}>{errorAt('exceptions')}</p>}
      </Card>
      <Card title={t('hours.channels')}>
        <ChannelChoice
          legend={<span className={rows.detail}>{t('hours.channelsHint')}</span>}
          chosen={content.channelIds}
          onChange={(channelIds) => change({ channelIds })}
        />
      </Card>
      <div role="alert" className={styles.alert}>
        {save.error && !wrong && <Alert color="red">{save.error.message}</Alert>}
      </div>
      <span className={rows.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </span>
    </form>
  );
}
