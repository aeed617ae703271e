import { ActionIcon, Button, Menu, Popover, TextInput } from '@mantine/core';
import { IconAlarmSnooze, IconCheck, IconHandGrab, IconTag, IconUserShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { untilTime } from '../../ui/time';
import { operatorsQuery } from '../operators/operatorQueries';
import { type BulkAction, morning, nextMonday } from './bulkActions';
import styles from './BulkBar.module.css';

type Props = { isBusy: boolean; onAct: (action: BulkAction) => void };

export function BulkButtons({ isBusy, onAct }: Props) {
  const { t } = useTranslation();
  const { data: operators = [] } = useQuery(operatorsQuery);
  const act = (action: BulkAction) => () => onAct(action);
  const button = (name: string, icon: ReactNode, onClick?: () => void) => (
    <ActionIcon className={styles.button} variant="subtle" color="gray" disabled={isBusy} aria-label={name} title={name} onClick={onClick}>
      {icon}
    </ActionIcon>
  );

  return (
    <div className={styles.buttons}>
      <Menu position="top" shadow="md">
        <Menu.Target>{button(t('bulk.assign'), <IconUserShare size={19} />)}</Menu.Target>
        <Menu.Dropdown className={styles.choices}>
          <Menu.Item leftSection={<IconHandGrab size={17} aria-hidden />} onClick={act({ kind: 'claim' })}>
            {t('bulk.claim')}
          </Menu.Item>
          <Menu.Divider />
          {operators
            .filter(({ role }) => role === 'admin' || role === 'operator')
            .map(({ id, name }) => (
              <Menu.Item key={id} onClick={act({ kind: 'assign', operatorId: id })}>
                {name}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <LabelButton target={button(t('bulk.addLabel'), <IconTag size={19} />)} onLabel={(label) => onAct({ kind: 'label', label })} />
      <Menu position="top" shadow="md">
        <Menu.Target>{button(t('bulk.snooze'), <IconAlarmSnooze size={19} />)}</Menu.Target>
        <SnoozeChoices onSnooze={(until) => onAct({ kind: 'snooze', until: until.toISOString() })} />
      </Menu>
      <Button
        className={styles.close}
        size="compact-md"
        variant="light"
        disabled={isBusy}
        leftSection={<IconCheck size={17} aria-hidden />}
        onClick={act({ kind: 'close' })}
      >
        {t('bulk.close')}
      </Button>
    </div>
  );
}

function SnoozeChoices({ onSnooze }: { onSnooze: (until: Date) => void }) {
  const { t, i18n } = useTranslation();
  const now = new Date();
  const choices = [
    ['hour', new Date(now.getTime() + 3_600_000)],
    ['tomorrow', morning(now, 1)],
    ['monday', nextMonday(now)],
  ] as const;
  return (
    <Menu.Dropdown>
      {choices.map(([name, until]) => (
        <Menu.Item
          key={name}
          rightSection={<span className={styles.when}>{untilTime(until.toISOString(), now.getTime(), i18n.language)}</span>}
          onClick={() => onSnooze(until)}
        >
          {t(`bulk.until.${name}`)}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  );
}

function LabelButton({ target, onLabel }: { target: ReactNode; onLabel: (label: string) => void }) {
  const { t } = useTranslation();
  const [label, setLabel] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (label.trim()) {
      onLabel(label.trim());
    }
  };
  return (
    <Popover position="top" shadow="md" trapFocus>
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown>
        <form className={styles.labelForm} onSubmit={submit}>
          <TextInput
            data-autofocus
            aria-label={t('bulk.labelName')}
            placeholder={t('bulk.labelName')}
            maxLength={64}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <Button type="submit" disabled={!label.trim()}>
            {t('bulk.add')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
