import { IconAlertTriangle, IconCircleCheck, IconLoader2, IconPlayerPause, IconUserExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConnectionState as State } from '../../api/types';
import styles from './ConnectionState.module.css';

const shapes = {
  connected: IconCircleCheck,
  connecting: IconLoader2,
  failed: IconAlertTriangle,
  'needs-login': IconUserExclamation,
  disabled: IconPlayerPause,
};

/** How a channel or a desk stands: by shape and word, the colour only helps. */
export function ConnectionState({ state }: { state: State }) {
  const { t } = useTranslation();
  const Shape = shapes[state];
  return (
    <span className={styles.state} data-state={state}>
      <Shape size={17} stroke={2} aria-hidden />
      {t(`channels.state.${state}`)}
    </span>
  );
}
