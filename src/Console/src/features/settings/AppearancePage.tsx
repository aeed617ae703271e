import { useTranslation } from 'react-i18next';
import { LanguageMenu } from '../../ui/LanguageMenu';
import { PageFrame } from '../../ui/PageFrame';

export function AppearancePage() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('settings.entry.appearance')} intro={t('appearance.intro')}>
      <LanguageMenu />
    </PageFrame>
  );
}
