import { Alert, Button } from '@mantine/core';
import { IconMenu2, IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import type { Channel } from '../../api/types';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { useAnnounce } from '../../ui/Notice';
import styles from './ChannelMenu.module.css';
import { MenuLines } from './MenuLines';
import { type DraftLine, draftOf, lineOf, type MenuLine, newLine } from './menuLines';
import { usePublishMenu } from './menuQueries';

/** The lines as they are to be; what stands at the platform changes only when they are published. */
export function MenuEditor({ channel, standing }: { channel: Channel; standing: MenuLine[] }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const publish = usePublishMenu(channel.id);
  const [lines, setLines] = useState<DraftLine[]>(() => standing.map(draftOf));
  const [isTakingAway, setTakingAway] = useState(false);
  const wrong = publish.error instanceof Problem && typeof publish.error.details.field === 'string' ? publish.error.details.field : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish.mutate(lines.map(lineOf), { onSuccess: () => announce(t('channelMenu.published')) });
  };
  const takeAway = () =>
    publish.mutate([], {
      onSuccess: () => {
        announce(t('channelMenu.takenAway'));
        setLines([]);
        setTakingAway(false);
      },
    });

  return (
    <form className={styles.editor} onSubmit={submit}>
      {lines.length === 0 && (
        <EmptyState icon={<IconMenu2 size={26} />} title={t('channelMenu.none')} hint={t('channelMenu.noneHint')} />
      )}
      <MenuLines
        platform={channel.platform}
        lines={lines}
        path="items"
        wrong={wrong}
        mistake={publish.error?.message}
        onChange={setLines}
      />
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={17} aria-hidden />}
        onClick={() => setLines([...lines, newLine()])}
      >
        {t('channelMenu.add')}
      </Button>
      <div role="alert">
        {publish.error && !isTakingAway && (
          <Alert color="red" py="xs">
            {publish.error.message}
          </Alert>
        )}
      </div>
      <div className={styles.buttons}>
        {standing.length > 0 && (
          <Button variant="default" c="var(--rz-danger)" onClick={() => setTakingAway(true)}>
            {t('channelMenu.takeAway')}
          </Button>
        )}
        <Button type="submit" disabled={lines.length === 0} loading={publish.isPending}>
          {t('channelMenu.publish')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isTakingAway}
        title={t('channelMenu.takeAwayTitle')}
        text={t('channelMenu.takeAwayText')}
        confirm={t('channelMenu.takeAway')}
        isPending={publish.isPending}
        error={publish.error}
        onClose={() => setTakingAway(false)}
        onConfirm={takeAway}
      />
    </form>
  );
}
