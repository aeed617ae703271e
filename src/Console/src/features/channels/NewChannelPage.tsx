import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../ui/PageFrame';
import { PlatformIcon, usePlatformName } from '../../ui/PlatformIcon';
import { Kinds } from '../setup/Kinds';
import { guidedPlatforms, platformForms } from './platformForms';

/** Where do they write? The first question of every set-up. */
export function NewChannelPage() {
  const { t } = useTranslation();
  const platformName = usePlatformName();
  return (
    <PageFrame title={t('setup.choose')} intro={t('setup.chooseIntro')}>
      <Kinds
        kinds={guidedPlatforms.map((platform) => ({
          link: { to: '/settings/channels/new/$platform', params: { platform } },
          icon: <PlatformIcon platform={platform} size={26} />,
          name: platformName(platform),
          intro: t(platformForms[platform].intro),
        }))}
      />
    </PageFrame>
  );
}
