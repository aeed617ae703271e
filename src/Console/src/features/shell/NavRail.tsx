import { IconInbox, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/types';
import styles from './NavRail.module.css';
import { OperatorMenu } from './OperatorMenu';

/** A slim rail on the left; on a phone, a bar at the bottom. */
export function NavRail({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <img className={styles.logo} src="/icon.svg" alt="" width={30} height={30} />
      <Link to="/conversations" className={styles.link}>
        <IconInbox size={22} stroke={1.8} aria-hidden />
        <span>{t('nav.inbox')}</span>
      </Link>
      <Link to="/settings" className={styles.link}>
        <IconSettings size={22} stroke={1.8} aria-hidden />
        <span>{t('nav.settings')}</span>
      </Link>
      <div className={styles.me}>
        <OperatorMenu me={me} onHelp={onHelp} />
      </div>
    </nav>
  );
}
