import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../api/types';

type Privacy = Channel['privacy'];

/** Whether what is said is stored, or passes through memory to a desk. */
export function PrivacyChoice({ value, onChange }: { value: Privacy; onChange: (privacy: Privacy) => void }) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('setup.privacy')}
      description={t(value === 'store' ? 'setup.privacyHint.store' : 'setup.privacyHint.passThrough')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Privacy)}
      data={[
        { value: 'store', label: t('setup.privacyChoice.store') },
        { value: 'pass-through', label: t('setup.privacyChoice.passThrough') },
      ]}
    />
  );
}
