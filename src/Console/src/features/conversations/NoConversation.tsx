import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';

export function NoConversation() {
  const { t } = useTranslation();
  return <EmptyState icon={<IconMessages size={26} />} title={t('inbox.choose')} hint={t('inbox.chooseHint')} />;
}
