import { ActionIcon, Button, Kbd, Tooltip } from '@mantine/core';
import { IconBell, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Part } from './Part';

export function ButtonParts() {
  const { t } = useTranslation();
  return (
    <Part title={t('parts.buttons')}>
      <Button leftSection={<IconPlus size={18} aria-hidden />}>{t('common.retry')}</Button>
      <Button variant="light">{t('common.retry')}</Button>
      <Button variant="default">{t('common.cancel')}</Button>
      <Button variant="subtle">{t('common.close')}</Button>
      <Button loading>{t('common.loading')}</Button>
      <Button disabled>{t('common.back')}</Button>
      <Button color="red" variant="outline">
        {t('common.close')}
      </Button>
      <Tooltip label={t('parts.title')}>
        <ActionIcon variant="default" size="lg" aria-label={t('parts.title')}>
          <IconBell size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Kbd>F6</Kbd>
    </Part>
  );
}
