import { FileInput, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MessageTemplate } from '../../api/types';
import { upload } from '../../api/upload';
import type { TemplateDraft } from './templateDraft';

type Props = { needs: MessageTemplate['headerNeeds']; draft: TemplateDraft; onChange: (changes: Partial<TemplateDraft>) => void };

const accepted: Record<string, string | undefined> = { image: 'image/jpeg,image/png', video: 'video/mp4,video/3gpp' };

/** What stands above a template's text, where the template leaves that open. */
export function TemplateHeader({ needs, draft, onChange }: Props) {
  const { t } = useTranslation();
  const sending = useMutation({
    mutationFn: (file: File) =>
      upload(file, { key: crypto.randomUUID(), signal: new AbortController().signal, onProgress: () => undefined }),
    onSuccess: (file) => onChange({ file }),
  });
  switch (needs) {
    case null:
      return null;
    case 'text':
      return (
        <TextInput label={t('template.above')} value={draft.text} required onChange={(event) => onChange({ text: event.currentTarget.value })} />
      );
    case 'location':
      return (
        <Group grow align="start">
          {(['name', 'latitude', 'longitude'] as const).map((field) => (
            <TextInput
              key={field}
              label={t(`template.${field}`)}
              value={draft.place[field]}
              required
              inputMode={field === 'name' ? undefined : 'decimal'}
              onChange={(event) => onChange({ place: { ...draft.place, [field]: event.currentTarget.value } })}
            />
          ))}
        </Group>
      );
    default:
      return (
        <FileInput
          label={t('template.file')}
          placeholder={t('template.chooseFile')}
          accept={accepted[needs]}
          required
          disabled={sending.isPending}
          error={sending.error?.message}
          onChange={(file) => {
            onChange({ file: null });
            if (file) {
              sending.mutate(file);
            }
          }}
        />
      );
  }
}
