import { IconMapPin, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageContent } from '../../../api/types';
import styles from './Content.module.css';

export function LocationCard({ content: { latitude, longitude, name, text } }: { content: MessageContent }) {
  const { t } = useTranslation();
  const address = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <a className={styles.card} href={address} target="_blank" rel="noopener noreferrer">
      <IconMapPin size={26} stroke={1.6} aria-hidden />
      <span>
        <strong>{name || text || t('content.location')}</strong>
        <small>
          {latitude?.toFixed(5)}, {longitude?.toFixed(5)} · {t('content.openMap')}
        </small>
      </span>
    </a>
  );
}

export function ContactCard({ content: { name, phone } }: { content: MessageContent }) {
  const { t } = useTranslation();
  return (
    <div className={styles.card}>
      <IconUser size={26} stroke={1.6} aria-hidden />
      <span>
        <strong>{name || t('content.contact')}</strong>
        {phone && <a href={`tel:${phone}`}>{phone}</a>}
      </span>
    </div>
  );
}
