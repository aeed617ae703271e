import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PickList } from '../../ui/PickList';
import { untilTime } from '../../ui/time';
import { useShortcuts } from '../shortcuts/useShortcuts';
import styles from './ConversationHeader.module.css';
import { useSnooze } from './headerQueries';
import { snoozeTimes } from './snoozeTimes';

/** Puts the conversation away: until one of the usual times or any other. */
export function ConversationHeaderSnooze({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const snooze = useSnooze(conversationId);
  useShortcuts({ KeyS: () => setOpen(true) });
  const until = (time: Date) => {
    setOpen(false);
    snooze.mutate(time);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={300} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('snooze.action')}
          title={t('snooze.action')}
          loading={snooze.isPending}
          onClick={() => setOpen(!isOpen)}
        >
          <IconClockPause size={19} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>{isOpen && <SnoozeChoices onChoose={until} />}</Popover.Dropdown>
    </Popover>
  );
}

function SnoozeChoices({ onChoose }: { onChoose: (until: Date) => void }) {
  const { t, i18n } = useTranslation();
  const [query, setQuery] = useState('');
  const [isPicking, setPicking] = useState(false);
  const [now] = useState(() => new Date());
  if (isPicking) {
    return <PickTime now={now} onChoose={onChoose} />;
  }

  const usual = snoozeTimes(now).map(({ name, until }) => ({
    id: name,
    words: t(`snooze.${name}`),
    time: untilTime(until.toISOString(), now.getTime(), i18n.language),
    pick: () => onChoose(until),
  }));
  const choices = [...usual, { id: 'pick', words: t('snooze.pick'), time: '', pick: () => setPicking(true) }];
  return (
    <PickList
      label={t('snooze.title')}
      query={query}
      onQuery={setQuery}
      empty=""
      items={choices
        .filter(({ words }) => words.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase()))
        .map(({ id, words, time, pick }) => ({
          id,
          pick,
          node: (
            <>
              <span className={styles.choice}>{words}</span>
              <span className={styles.soft}>{time}</span>
            </>
          ),
        }))}
    />
  );
}

function PickTime({ now, onChoose }: { now: Date; onChoose: (until: Date) => void }) {
  const { t } = useTranslation();
  const [value, setValue] = useState('');
  const until = new Date(value);
  const isAhead = until > now;
  return (
    <form
      className={styles.pickTime}
      onSubmit={(event) => {
        event.preventDefault();
        if (isAhead) {
          onChoose(until);
        }
      }}
    >
      <TextInput
        type="datetime-local"
        label={t('snooze.time')}
        autoFocus
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        error={value && !isAhead ? t('snooze.past') : undefined}
      />
      <Button type="submit" disabled={!isAhead}>
        {t('snooze.set')}
      </Button>
    </form>
  );
}
