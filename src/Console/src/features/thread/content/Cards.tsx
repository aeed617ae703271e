import { ActionIcon } from '@mantine/core';
import { IconCopy, IconDownload, IconExternalLink, IconMapPinFilled, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageContent } from '../../../api/types';
import styles from './Cards.module.css';
import { useCopy } from './useCopy';
import { vCard } from './vCard';

/** A place, drawn here: no map server learns where our customers are unless somebody follows the link. */
export function LocationCard({ content: { latitude, longitude, name, text } }: { content: MessageContent }) {
  const { t } = useTranslation();
  const at = `${latitude?.toFixed(5)}, ${longitude?.toFixed(5)}`;
  const address = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <a className={styles.place} href={address} target="_blank" rel="noopener noreferrer" aria-label={`${name || text || t('content.location')}, ${at}. ${t('content.openMap')}`}>
      <span className={styles.ground} aria-hidden>
        <IconMapPinFilled size={30} />
      </span>
      <span className={styles.words}>
        <strong>
          <bdi>{name || text || t('content.location')}</bdi>
        </strong>
        <small>{at}</small>
        <small className={styles.way}>
          {t('content.openMap')}
          <IconExternalLink size={14} aria-hidden />
        </small>
      </span>
    </a>
  );
}

/** Somebody's name and number, to call, copy or keep. */
export function ContactCard({ content: { name, phone } }: { content: MessageContent }) {
  const { t } = useTranslation();
  const copy = useCopy();
  const shown = name || t('content.contact');
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([vCard(shown, phone)], { type: 'text/vcard' }));
    link.download = `${shown.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 60)}.vcf`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className={styles.contact}>
      <span className={styles.face}>
        <IconUser size={22} stroke={1.6} aria-hidden />
      </span>
      <span className={styles.words}>
        <strong>
          <bdi>{shown}</bdi>
        </strong>
        {phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
      </span>
      <ActionIcon variant="subtle" aria-label={t('content.copyContact')} title={t('content.copyContact')} onClick={() => copy(phone ?? shown, t('thread.textCopied'))}>
        <IconCopy size={17} />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={t('content.saveContact')} title={t('content.saveContact')} onClick={save}>
        <IconDownload size={17} />
      </ActionIcon>
    </div>
  );
}
