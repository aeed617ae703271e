import { PasswordInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageMenu } from '../../ui/LanguageMenu';
import { Part } from './Part';
import styles from './Parts.module.css';

export function FieldParts() {
  const { t } = useTranslation();
  const [view, setView] = useState('mine');
  return (
    <Part title={t('parts.fields')}>
      <div className={styles.fields}>
        <TextInput label={t('setup.name')} description={t('setup.nameHint')} placeholder={t('platform.telegram')} />
        <TextInput label={t('field.token')} defaultValue="123" error={t('parts.wrong')} />
        <PasswordInput label={t('session.password')} defaultValue="secret" />
        <TextInput label={t('setup.name')} defaultValue={t('platform.telegram')} disabled />
        <Textarea label={t('parts.long')} rows={2} />
        <SegmentedControl
          value={view}
          onChange={setView}
          data={[
            { value: 'mine', label: t('view.mine') },
            { value: 'all', label: t('view.all') },
          ]}
        />
        <LanguageMenu />
      </div>
    </Part>
  );
}
