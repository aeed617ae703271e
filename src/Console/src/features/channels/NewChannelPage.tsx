import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../ui/PageFrame';
import { PlatformIcon, usePlatformName } from '../../ui/PlatformIcon';
import styles from './NewChannelPage.module.css';
import { guidedPlatforms, platformForms } from './platformForms';

/** Where do they write? The first question of every set-up. */
export function NewChannelPage() {
  const { t } = useTranslation();
  const platformName = usePlatformName();
  return (
    <PageFrame title={t('setup.choose')} intro={t('setup.chooseIntro')}>
      <ul className={styles.platforms}>
        {guidedPlatforms.map((platform) => (
          <li key={platform}>
            <Link to="/settings/channels/new/$platform" params={{ platform }} className={styles.platform}>
              <PlatformIcon platform={platform} size={26} />
              <span className={styles.name}>{platformName(platform)}</span>
              <span className={styles.intro}>{t(platformForms[platform].intro)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
