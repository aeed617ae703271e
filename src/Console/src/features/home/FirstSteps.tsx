import { Button, CloseButton } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../channels/channelQueries';
import { operatorsQuery } from '../operators/operatorQueries';
import { useMe } from '../session/session';
import styles from './FirstSteps.module.css';
import { anyConversationQuery } from './homeQueries';

const storageKey = 'rozmova.firstStepsClosed';

/** Leads a new installation to its first conversation. Shown to admins until somebody has written, or until it is closed. */
export function FirstSteps() {
  const { t } = useTranslation();
  const me = useMe();
  const channels = useQuery(channelsQuery).data;
  const operators = useQuery(operatorsQuery).data;
  const hasConversation = useQuery(anyConversationQuery).data;
  const [isClosed, setClosed] = useState(() => localStorage.getItem(storageKey) !== null);
  if (me.role !== 'admin' || isClosed || !channels || !operators || hasConversation !== false) {
    return null;
  }
  const close = () => {
    localStorage.setItem(storageKey, 'yes');
    setClosed(true);
  };
  return (
    <section className={styles.steps} aria-label={t('home.steps')}>
      <CloseButton className={styles.close} aria-label={t('home.stepsClose')} onClick={close} />
      <h2 className={styles.title}>{t('home.steps')}</h2>
      <p className={styles.intro}>{t('home.stepsHint')}</p>
      <ol className={styles.list}>
        <Step isDone={channels.length > 0} title={t('home.stepConnect')} hint={t('home.stepConnectHint')}>
          <Button size="sm" renderRoot={(props) => <Link to="/settings/channels/new" {...props} />}>
            {t('home.stepConnectAct')}
          </Button>
        </Step>
        <Step isDone={operators.length > 1} title={t('home.stepInvite')} hint={t('home.stepInviteHint')}>
          <Button size="sm" variant="default" renderRoot={(props) => <Link to="/settings/operators" {...props} />}>
            {t('home.stepInviteAct')}
          </Button>
        </Step>
        <Step isDone={false} title={t('home.stepTest')} hint={t('home.stepTestHint')}>
          <Button size="sm" variant="default" renderRoot={(props) => <Link to="/conversations" {...props} />}>
            {t('home.stepTestAct')}
          </Button>
        </Step>
      </ol>
    </section>
  );
}

type Props = { isDone: boolean; title: string; hint: string; children: React.ReactNode };

function Step({ isDone, title, hint, children }: Props) {
  const { t } = useTranslation();
  const Icon = isDone ? IconCircleCheck : IconCircle;
  return (
    <li className={styles.step} data-done={isDone}>
      <Icon size={22} className={styles.mark} aria-hidden />
      <span className={styles.words}>
        <span className={styles.name}>
          {title}
          {isDone && <span className="rz-hidden">{` ${t('home.done')}`}</span>}
        </span>
        <span className={styles.hint}>{hint}</span>
      </span>
      {!isDone && children}
    </li>
  );
}
