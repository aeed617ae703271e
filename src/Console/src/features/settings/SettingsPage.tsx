import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session/session';
import { entriesFor } from './settingsEntries';
import styles from './SettingsPage.module.css';

/** Every setting, one page each; on a phone the list leads to the page and the page back to the list. */
export function SettingsPage() {
  const { t } = useTranslation();
  const isList = useMatchRoute()({ to: '/settings' }) !== false;
  return (
    <div className={styles.settings} data-list={isList}>
      <SettingsNav />
      <div className={styles.content}>
        <Link to="/settings" className={styles.back}>
          <IconChevronLeft size={20} aria-hidden />
          {t('settings.title')}
        </Link>
        <Outlet />
      </div>
    </div>
  );
}

function SettingsNav() {
  const { t } = useTranslation();
  const { role } = useMe();
  return (
    <nav className={styles.nav} aria-label={t('settings.title')}>
      <h2 className={styles.title}>{t('settings.title')}</h2>
      {entriesFor(role).map(([group, entries]) => (
        <section key={group} className={styles.group} aria-labelledby={`settings-${group}`}>
          <h3 id={`settings-${group}`} className={styles.groupName}>
            {t(`settings.group.${group}`)}
          </h3>
          {entries.map(({ to, name, icon: Icon }) => (
            <Link key={name} to={to} className={styles.link}>
              <Icon size={19} stroke={1.8} aria-hidden />
              <span>{t(`settings.entry.${name}`)}</span>
              <IconChevronRight className={styles.chevron} size={17} aria-hidden />
            </Link>
          ))}
        </section>
      ))}
    </nav>
  );
}
