import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconAlertCircle, IconClockHour4, IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScheduledMessage } from '../../api/types';
import { useMe } from '../session/session';
import styles from './ScheduledList.module.css';
import { scheduledQuery, useScheduling } from './scheduledQueries';
import { SendLater } from './SendLater';
import { useSendTimeName } from './useSendTimeName';

/** What waits to be sent here, and what could not be sent at its time. */
export function ScheduledList({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const { data: waiting = [] } = useQuery(scheduledQuery(conversationId));
  return (
    waiting.length > 0 && (
      <ul className={styles.list} aria-label={t('schedule.list')}>
        {waiting.map((message) => (
          <ScheduledLine key={message.id} message={message} />
        ))}
      </ul>
    )
  );
}

function ScheduledLine({ message }: { message: ScheduledMessage }) {
  const { t } = useTranslation();
  const me = useMe();
  const nameOf = useSendTimeName();
  const scheduling = useScheduling(message.conversationId);
  const [isPicking, setPicking] = useState(false);
  const { id, author, content, sendAt, status, error } = message;
  const at = new Date(sendAt);
  const isFailed = status === 'failed';
  const isMine = author.id === me.id;
  const mayChange = isMine || me.role === 'admin';
  const text = content.text ?? content.fileName ?? content.key ?? '';

  return (
    <li className={styles.line} data-failed={isFailed}>
      {isFailed ? <IconAlertCircle size={18} aria-hidden /> : <IconClockHour4 size={18} aria-hidden />}
      <div className={styles.words}>
        <p className={styles.when}>
          {isFailed ? t('schedule.failed', { time: nameOf(at) }) : t('schedule.waits', { time: nameOf(at) })}
          {!isMine && ` · ${author.name}`}
        </p>
        <p className={styles.text} dir="auto">
          {text}
        </p>
        {error && <p className={styles.reason}>{error.detail}</p>}
      </div>
      {mayChange && (
        <>
          <Button size="compact-sm" variant="light" disabled={scheduling.isBusy} onClick={() => scheduling.sendNow(id)}>
            {t('schedule.sendNow')}
          </Button>
          <Menu position="top-end" shadow="md" radius="lg">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('schedule.more')}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setPicking(true)}>{t('schedule.move')}</Menu.Item>
              <Menu.Item onClick={() => void navigator.clipboard.writeText(text)}>{t('schedule.copy')}</Menu.Item>
              <Menu.Item c="var(--rz-danger)" onClick={() => scheduling.cancel(id)}>
                {t('schedule.cancel')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      <SendLater
        isOpen={isPicking}
        at={isFailed ? undefined : at}
        onClose={() => setPicking(false)}
        onChoose={(sendAt) => {
          setPicking(false);
          scheduling.move({ id, sendAt });
        }}
      />
    </li>
  );
}
