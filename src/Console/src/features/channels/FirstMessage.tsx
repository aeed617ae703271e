import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { ClockTime } from '../../ui/Time';
import type { OwnChannel } from './channelQueries';
import styles from './FirstMessage.module.css';

type Props = { channel: OwnChannel; attempt: ParseKeys; lastInboundAt: string | null };

/** The proof: a real message. Turns green with the first one that comes. */
export function FirstMessage({ channel, attempt, lastInboundAt }: Props) {
  const { t } = useTranslation();
  return (
    <Card title={t('setup.tryTitle')} tone={lastInboundAt ? 'good' : undefined}>
      {!lastInboundAt && <p className={styles.attempt}>{t(attempt)}</p>}
      <p role="status" className={styles.state} data-done={lastInboundAt !== null}>
        {lastInboundAt ? (
          <>
            <IconCircleCheck size={18} aria-hidden />
            <span>
              {t('setup.tryGood')} <ClockTime iso={lastInboundAt} />
            </span>
            <Link to="/conversations" search={{ channelId: channel.id }} className={styles.link}>
              {t('setup.toInbox')}
            </Link>
          </>
        ) : (
          <>
            <span className={styles.pulse} aria-hidden />
            {t('setup.tryWaiting')}
          </>
        )}
      </p>
      {channel.platform === 'webchat' && <Preview channelId={channel.id} />}
    </Card>
  );
}

/** The widget itself, in a page of its own, so that neither disturbs the other. */
function Preview({ channelId }: { channelId: string }) {
  const { t, i18n } = useTranslation();
  const page = `<!doctype html><html lang="${i18n.language}"><body><script src="/webchat.js" data-channel="${channelId}" async></script></body></html>`;
  return (
    <figure className={styles.preview}>
      <iframe title={t('setup.preview')} srcDoc={page} className={styles.page} />
      <figcaption>{t('setup.previewHint')}</figcaption>
    </figure>
  );
}
