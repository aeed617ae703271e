import { Popover, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { ClockTime } from '../../ui/Time';
import { clockTime, fullTime } from '../../ui/time';
import styles from './Bubble.module.css';
import { RichText } from './content/RichText';
import { earlierQuery } from './threadQueries';

/** That a message was edited; pressing it shows what it said before. */
export function EditedMark({ message, editedAt }: { message: Message; editedAt: string }) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-end" shadow="md" width={320} withinPortal trapFocus={false}>
      <Popover.Target>
        <UnstyledButton
          className={styles.edited}
          title={`${fullTime(editedAt, i18n.language)}. ${t('thread.showEarlier')}`}
          onClick={() => setOpen(!isOpen)}
        >
          {t('thread.edited', { time: clockTime(editedAt, i18n.language) })}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>{isOpen && <EarlierWords message={message} />}</Popover.Dropdown>
    </Popover>
  );
}

function EarlierWords({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { data, isPending } = useQuery(earlierQuery(message));
  if (!data || data.length === 0) {
    return <p className={styles.hint}>{t(isPending ? 'common.loading' : 'thread.noEarlier')}</p>;
  }
  return (
    <ol className={styles.earlier} aria-label={t('thread.earlier')}>
      {data.map(({ text, until }) => (
        <li key={until}>
          <small>
            {t('thread.until')} <ClockTime iso={until} />
          </small>
          <RichText text={text} />
        </li>
      ))}
    </ol>
  );
}
