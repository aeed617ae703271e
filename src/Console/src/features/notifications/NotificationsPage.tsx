import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../ui/PageFrame';
import { NotificationPreferences } from './NotificationPreferences';

export function NotificationsPage() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('settings.entry.notifications')} intro={t('notify.intro')}>
      <NotificationPreferences />
    </PageFrame>
  );
}
