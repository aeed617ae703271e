import { IconAddressBook, IconHome2, IconInbox, IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { waitingQuery } from '../home/homeQueries';
import styles from './NavRail.module.css';

const OperatorMenu = lazy(async () => ({ default: (await import('./OperatorMenu')).OperatorMenu }));

/** A slim rail on the left; on a phone, a bar at the bottom. */
export function NavRail({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <img className={styles.logo} src="/icon.svg" alt="" width={30} height={30} />
      <Link to="/" activeOptions={{ exact: true }} className={styles.link}>
        <IconHome2 size={22} stroke={1.8} aria-hidden />
        <span>{t('nav.home')}</span>
      </Link>
      <Link to="/conversations" className={styles.link}>
        <IconInbox size={22} stroke={1.8} aria-hidden />
        <span>{t('nav.inbox')}</span>
        <Unread />
      </Link>
      <Link to="/contacts" className={styles.link}>
        <IconAddressBook size={22} stroke={1.8} aria-hidden />
        <span>{t('nav.contacts')}</span>
      </Link>
      <Link to="/settings" className={styles.link}>
        <IconSettings size={22} stroke={1.8} aria-hidden />
        <span>{t('nav.settings')}</span>
      </Link>
      <div className={styles.me}>
        <Suspense
          fallback={
            <span className={styles.meButton}>
              <Avatar id={me.id} name={me.name} size={34} />
            </span>
          }
        >
          <OperatorMenu me={me} onHelp={onHelp} />
        </Suspense>
      </div>
    </nav>
  );
}

/** How many of my conversations have something unread. */
function Unread() {
  const { t } = useTranslation();
  const count = useQuery(waitingQuery).data?.mine.unread ?? 0;
  return count === 0 ? null : (
    <b className={styles.unread}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="rz-hidden">{t('nav.unread', { count })}</span>
    </b>
  );
}
