import { ActionIcon, NativeSelect, PasswordInput, Switch, Textarea, TextInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { inventSecret } from './inventSecret';
import type { Field } from './settingFields';

type Props = { field: Field; value: string; isSet: boolean; error?: string; onChange: (value: string) => void };

/** One setting. A secret that is set stays hidden: what is typed replaces it. */
export function FieldInput({ field, value, isSet, error, onChange }: Props) {
  const { t } = useTranslation();
  const hint = field.hint && t(field.hint);
  const shared = {
    label: t(`field.${field.name}`),
    description: isSet && field.kind === 'secret' ? t('setup.keep') : hint,
    placeholder: isSet && field.kind === 'secret' ? '••••' : field.placeholder,
    required: field.isRequired && !isSet,
    error,
    'aria-invalid': error ? true : undefined,
    value,
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };

  switch (field.kind) {
    case 'choice':
      return (
        <NativeSelect {...shared} data={field.choices!.map((choice) => ({ value: choice, label: t(`choice.${choice}`) }))} />
      );
    case 'flag':
      return (
        <Switch
          label={shared.label}
          description={hint}
          error={error}
          checked={value === 'true'}
          onChange={(event) => onChange(String(event.currentTarget.checked))}
        />
      );
    case 'long':
    case 'lines':
      return <Textarea {...shared} rows={field.kind === 'lines' ? 2 : 3} />;
    case 'colour':
      return <TextInput {...shared} type="color" w={120} />;
    case 'secret':
      return field.invent ? (
        <TextInput
          {...shared}
          rightSection={
            <ActionIcon variant="subtle" aria-label={t('setup.another')} onClick={() => onChange(inventSecret(field.invent!))}>
              <IconRefresh size={17} />
            </ActionIcon>
          }
        />
      ) : (
        <PasswordInput {...shared} autoComplete="new-password" />
      );
    default:
      return <TextInput {...shared} inputMode={field.kind === 'number' ? 'numeric' : undefined} />;
  }
}
