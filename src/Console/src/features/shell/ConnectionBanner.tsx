import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLinkState } from '../../live/LiveProvider';
import styles from './AppFrame.module.css';

const patience = 1500;

/** Says that the live connection is gone, but not for a blink of it. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const state = useLinkState();
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setShown(state !== 'online'), state === 'online' ? 0 : patience);
    return () => clearTimeout(timer);
  }, [state]);

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
