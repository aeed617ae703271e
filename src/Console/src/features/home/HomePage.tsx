import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure';
import { useNow } from '../../ui/useNow';
import { usePageTitle } from '../../ui/usePageTitle';
import { useMe } from '../session/session';
import { Decisions } from './Decisions';
import { FirstSteps } from './FirstSteps';
import styles from './HomePage.module.css';
import { todayQuery, waitingQuery } from './homeQueries';
import { Longest } from './Longest';
import { SimulatedCustomer } from './SimulatedCustomer';
import { Team } from './Team';
import { Tiles } from './Tiles';
import { Today } from './Today';
import { Trouble } from './Trouble';

const greetingAt = (hour: number) => (hour < 5 ? 'evening' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening');

/** What waits, who is on, and what today brought. */
export function HomePage() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const now = useNow();
  const waiting = useQuery(waitingQuery);
  const today = useQuery(todayQuery);
  usePageTitle(t('nav.home'));

  const failed = waiting.error ?? today.error;
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.head}>
          <h1 className={styles.title}>{t(`home.${greetingAt(new Date(now).getHours())}`, { name: me.name })}</h1>
          <p className={styles.date}>
            {new Intl.DateTimeFormat(i18n.language, { weekday: 'long', day: 'numeric', month: 'long' }).format(now)}
          </p>
          {me.role === 'admin' && <SimulatedCustomer />}
        </header>
        <FirstSteps />
        {failed && !waiting.data && !today.data ? (
          <Failure title={t('home.failed')} error={failed} onRetry={() => void Promise.all([waiting.refetch(), today.refetch()])} />
        ) : (
          <>
            <Tiles waiting={waiting.data} />
            <div className={styles.halves}>
              <Longest waiting={waiting.data} />
              <div className={styles.side}>
                <Trouble waiting={waiting.data} />
                <Decisions waiting={waiting.data} />
                <Team waiting={waiting.data} />
              </div>
            </div>
            <Today stats={today.data} waiting={waiting.data} />
          </>
        )}
      </div>
    </main>
  );
}
