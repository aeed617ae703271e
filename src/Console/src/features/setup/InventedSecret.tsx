import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../api/types';
import { CopyField } from '../../ui/CopyField';
import { inventSecret } from './inventSecret';
import { useJustEntered } from './justEntered';
import type { Field } from './settingFields';

type Props = {
  /** Of the channel or desk whose secret it is. */
  id: string;
  field: Field;
  change: { isPending: boolean; mutate: (change: { settings: Settings }, options: { onSuccess: () => void }) => void };
};

/** Shown once, right after it was made up; later only another one can be had. */
export function InventedSecret({ id, field, change }: Props) {
  const { t } = useTranslation();
  const { value, keep } = useJustEntered(id);
  const label = t(`field.${field.name}`);
  const known = value?.[field.name];
  if (known) {
    return <CopyField label={label} value={known} hint={t('setup.secretShownOnce')} />;
  }
  const replace = () => {
    const secret = inventSecret(field.invent!);
    change.mutate({ settings: { [field.name]: secret } }, { onSuccess: () => keep(id, { ...value, [field.name]: secret }) });
  };
  return (
    <Button variant="default" size="xs" w="fit-content" loading={change.isPending} onClick={replace}>
      {label}: {t('setup.another')}
    </Button>
  );
}
