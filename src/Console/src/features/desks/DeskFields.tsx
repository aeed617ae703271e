import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import type { Settings } from '../../api/types';
import { ChannelChoice } from '../channels/ChannelChoice';
import { ConnectionForm, SubmitButton } from '../setup/ConnectionForm';
import type { Entries } from '../setup/settingsForm';
import type { DeskForm } from './deskForms';
import type { Desk, DeskContent } from './deskQueries';

const aPath = '/webim-callback';

type Props = {
  form: DeskForm;
  desk: Desk | null;
  submit: string;
  saving: { isPending: boolean; error: Error | null };
  onSubmit: (content: DeskContent, entries: Entries) => void;
};

/** Everything that can be said of a desk, new or to be changed. */
export function DeskFields({ form, desk, submit, saving: { isPending, error }, onSubmit }: Props) {
  const { t } = useTranslation();
  const [channelIds, setChannelIds] = useState(desk?.channelIds ?? []);
  const [path, setPath] = useState(desk?.path ?? '');
  const wrong = error instanceof Problem ? error.details.field : undefined;
  return (
    <ConnectionForm
      form={form}
      name={desk?.name ?? t(form.name)}
      nameLabel={t('desks.name')}
      stored={desk?.settings ?? null}
      error={error}
      onSubmit={(name, settings: Settings, entries) =>
        onSubmit({ name, settings, channelIds, path: path.trim() === '' ? null : path.trim() }, entries)
      }
      submit={<SubmitButton isPending={isPending}>{submit}</SubmitButton>}
    >
      <ChannelChoice legend={t('desks.channelsHint')} chosen={channelIds} onChange={setChannelIds} />
      {form.isToldAddress && (
        <TextInput
          label={t('desks.path')}
          description={t('desks.pathHint')}
          placeholder={aPath}
          value={path}
          error={wrong === 'path' ? error?.message : undefined}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
      )}
    </ConnectionForm>
  );
}
