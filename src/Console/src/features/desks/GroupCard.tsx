import { Button, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { Steps } from '../setup/Steps';
import type { Step } from '../setup/settingFields';
import { type Desk, useChangeDesk } from './deskQueries';
import styles from './GroupCard.module.css';

/** The group in which new messages are announced: how it comes about, and that it has. */
export function GroupCard({ desk, steps }: { desk: Desk; steps: readonly Step[] }) {
  const { t } = useTranslation();
  const group = desk.settings.groupChatId;
  return (
    <Card title={t('desks.telegram.group')} tone={group && desk.state === 'connected' ? 'good' : undefined}>
      {group ? (
        <p role="status" className={styles.done}>
          <IconCircleCheck size={18} aria-hidden />
          {t('desks.telegram.announcedIn', { id: String(group) })}
        </p>
      ) : (
        <>
          <Steps steps={steps} />
          <GroupEntry desk={desk} />
        </>
      )}
      <p className={styles.people}>
        {t('desks.telegram.people')} <Link to="/settings/operators">{t('desks.telegram.toOperators')}</Link>
      </p>
    </Card>
  );
}

function GroupEntry({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const change = useChangeDesk(desk.id);
  const [id, setId] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ settings: { groupChatId: id.trim() } });
  };
  return (
    <form className={styles.entry} onSubmit={save}>
      <TextInput
        label={t('desks.telegram.groupNumber')}
        value={id}
        placeholder="-1001234567890"
        autoComplete="off"
        error={change.error?.message}
        onChange={(event) => setId(event.currentTarget.value)}
        required
      />
      <Button type="submit" loading={change.isPending}>
        {t('common.save')}
      </Button>
    </form>
  );
}
