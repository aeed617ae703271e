import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from './Card';
import { CopyField } from './CopyField';

type Props = { title: string; label: string; value: string; hint: string; onClose: () => void };

/** Something that is shown this once, to be copied and carried elsewhere. */
export function ShownOnce({ title, label, value, hint, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Card title={title} tone="good">
      <CopyField label={label} value={value} hint={hint} />
      <Button variant="default" w="fit-content" onClick={onClose}>
        {t('common.close')}
      </Button>
    </Card>
  );
}
