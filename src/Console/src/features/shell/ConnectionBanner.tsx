import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLinkState } from '../../live/LiveProvider';
import { useAnnounce } from '../../ui/Notice';
import styles from './AppFrame.module.css';

const patience = 1500;

/** Says that the live connection is gone, but not for a blink of it, and that it is back. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const state = useLinkState();
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    if (state === 'online' && isShown) {
      setShown(false);
      announce(t('connection.back'));
    }
    const timer = state === 'online' ? undefined : setTimeout(() => setShown(true), patience);
    return () => clearTimeout(timer);
  }, [state, isShown, announce, t]);

  return (
    <div role="status">
      {isShown && (
        <p className={styles.banner}>
          <IconCloudOff size={18} aria-hidden />
          {t('link.offline')}
        </p>
      )}
    </div>
  );
}
