import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Notice';
import { PlatformIcon, usePlatformName } from '../../ui/PlatformIcon';
import { ShortTime } from '../../ui/Time';
import rows from '../../ui/Rows.module.css';
import styles from './QuarantineRow.module.css';
import { quarantinedBodyQuery, type QuarantineItem, useDecide } from './quarantineQueries';
import { bytesOf, hexOf, textOf } from './rawBody';

export function QuarantineRow({ item, channel }: { item: QuarantineItem; channel?: string }) {
  const { t, i18n } = useTranslation();
  const announce = useAnnounce();
  const platformName = usePlatformName();
  const decide = useDecide();
  const [isOpen, setOpen] = useState(false);
  const run = (decision: 'replay' | 'discard') =>
    decide.mutate(
      { id: item.id, decision },
      {
        onSuccess: () => announce(t(`quarantine.done.${decision}`)),
        onError: (error) => announce(error.message, 'bad'),
      },
    );
  return (
    <li className={rows.row}>
      <PlatformIcon platform={item.platform} size={20} />
      <span className={rows.main}>
        <span className={rows.name}>{item.reason}</span>
        <span className={rows.detail}>
          {channel ?? `${platformName(item.platform)}, ${t('quarantine.noChannel')}`} · <ShortTime iso={item.receivedAt} /> ·{' '}
          {new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(item.size)}
        </span>
      </span>
      <span className={rows.actions}>
        {item.withheld ? (
          <span className={rows.detail}>{t('quarantine.withheld')}</span>
        ) : (
          <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t('quarantine.hide') : t('quarantine.look')}
          </Button>
        )}
        {item.state === 'waiting' && (
          <>
            {!item.withheld && (
              <Button size="xs" loading={decide.isPending} onClick={() => run('replay')}>
                {t('quarantine.replay')}
              </Button>
            )}
            <Button size="xs" variant="default" disabled={decide.isPending} onClick={() => run('discard')}>
              {t('quarantine.discard')}
            </Button>
          </>
        )}
      </span>
      {isOpen && <RawBody id={item.id} />}
    </li>
  );
}

/** What came, byte for byte; never drawn as anything but letters. */
function RawBody({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(quarantinedBodyQuery(id));
  const [wantsHex, setHex] = useState(false);
  if (error) {
    return <p role="alert">{error.message}</p>;
  }
  if (data === undefined) {
    return null;
  }
  const bytes = bytesOf(data);
  const text = textOf(bytes);
  const isHex = wantsHex || text === null;
  return (
    <div className={styles.body}>
      <SegmentedControl
        size="xs"
        aria-label={t('quarantine.shownAs')}
        value={isHex ? 'hex' : 'text'}
        onChange={(value) => setHex(value === 'hex')}
        data={[
          { value: 'text', label: t('quarantine.asText'), disabled: text === null },
          { value: 'hex', label: t('quarantine.asHex') },
        ]}
      />
      <pre className={styles.bytes} tabIndex={0} aria-label={t('quarantine.body')}>
        {isHex ? hexOf(bytes) : text}
      </pre>
    </div>
  );
}
