import { Outlet, useRouter } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { LiveProvider } from '../../live/LiveProvider';
import { meQuery } from '../session/session';
import { SessionKeeper } from '../session/SessionKeeper';
import { GlobalKeys } from '../shortcuts/GlobalKeys';
import styles from './AppFrame.module.css';
import { ConnectionBanner } from './ConnectionBanner';
import { NavRail } from './NavRail';
import { SkipLink } from './SkipLink';
import { useArrival } from './useArrival';
import { usePaneKeys } from './usePaneKeys';

// The inbox shows without them.
const Colleagues = lazy(async () => ({ default: (await import('../collaboration/Colleagues')).Colleagues }));
const Notifications = lazy(async () => ({ default: (await import('../notifications/Notifications')).Notifications }));

/** The frame around every page of someone signed in. */
export function AppFrame() {
  const router = useRouter();
  const { data: me } = useQuery(meQuery);
  const [isHelpOpen, setHelpOpen] = useState(false);
  usePaneKeys();
  useArrival();

  useEffect(() => {
    if (!me) {
      // The session ended; the router's guard leads to the sign-in page.
      void router.invalidate();
    }
  }, [me, router]);

  if (!me) {
    return null;
  }
  return (
    <LiveProvider>
      <SkipLink />
      <div className={styles.frame}>
        <NavRail me={me} onHelp={() => setHelpOpen(true)} />
        <div className={styles.page}>
          <ConnectionBanner />
          <Outlet />
        </div>
      </div>
      <GlobalKeys isHelpOpen={isHelpOpen} onHelp={setHelpOpen} />
      <Suspense>
        <Colleagues />
        <Notifications />
      </Suspense>
      <SessionKeeper me={me} />
    </LiveProvider>
  );
}
