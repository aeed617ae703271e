import { IconDeviceMobile, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { settingsQuery } from '../channels/channelQueries';
import styles from './SimulatedCustomer.module.css';

/** In a demo: the phone of a customer who is not real, to write from. */
export function SimulatedCustomer() {
  const { t } = useTranslation();
  const phone = useQuery(settingsQuery).data?.simulatedCustomer;
  return phone ? (
    <a href={phone} target="_blank" rel="noreferrer" className={styles.phone}>
      <IconDeviceMobile size={18} aria-hidden />
      {t('home.simulated')}
      <IconExternalLink size={14} aria-hidden />
    </a>
  ) : null;
}
