import { Alert } from '@mantine/core';
import { IconWorldOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function PublicUrlNotice({ platform }: { platform: string }) {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" icon={<IconWorldOff size={20} />} title={t('setup.noPublicUrl')} mb="md">
      {t('setup.noPublicUrlHint', { platform })}
    </Alert>
  );
}
