import { useTranslation } from 'react-i18next';
import { usePlatformName } from '../../ui/PlatformIcon';
import { duration, untilTime } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import styles from './Composer.module.css';
import { isRefused, type SendLimit } from './sendLimit';

type Props = { limit: SendLimit; platform: string };

/** Until when one may answer, or why not. */
export function LimitLine({ limit, platform }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const name = usePlatformName()(platform);
  const sentence = () => {
    switch (limit.kind) {
      case 'window-open':
        return t('composer.windowOpen', {
          platform: name,
          time: untilTime(limit.until, now, i18n.language),
          left: duration(new Date(now).toISOString(), Date.parse(limit.until), i18n.language),
        });
      case 'window-closed':
        return t('composer.windowClosed', { platform: name, ago: duration(limit.at, now, i18n.language, 'long') });
      case 'too-long':
        return t('composer.tooLong', { platform: name, length: limit.length, most: limit.most });
    }
  };
  return <p className={isRefused(limit) ? styles.warning : styles.hint}>{sentence()}</p>;
}
