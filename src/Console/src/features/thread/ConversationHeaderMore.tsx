import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconHandStop, IconLink, IconPlayerTrackNext, IconUserShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Notice';
import { useHandOver } from '../collaboration/holdQueries';
import { useHolder } from '../collaboration/useHolder';
import { useConversationAction } from '../conversations/conversationQueries';
import { useMe } from '../session/session';
import { useShortcuts } from '../shortcuts/useShortcuts';

type Props = { conversationId: string; onTransfer: () => void; onCloseAndNext: () => void };

/** What is needed less often. */
export function ConversationHeaderMore({ conversationId, onTransfer, onCloseAndNext }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const announce = useAnnounce();
  const { mayTakeOver } = useHolder(conversationId);
  const handOver = useHandOver(conversationId);
  const action = useConversationAction(conversationId);

  const copyLink = () =>
    void navigator.clipboard.writeText(new URL(`/conversations/${conversationId}`, location.origin).href).then(
      () => announce(t('more.copied')),
      (error: unknown) => announce(t('conversation.failed', { reason: String(error) }), 'bad'),
    );
  const takeOver = () => handOver.mutate({ to: me });
  const exportIt = () => location.assign(`/api/v1/conversations/${conversationId}/export`);
  useShortcuts({ '@copyLink': copyLink, '@export': exportIt, ...(mayTakeOver && { '@takeOver': takeOver }) });

  return (
    <Menu position="bottom-end" width={250} shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('more.title')} title={t('more.title')}>
          <IconDots size={19} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUserShare size={18} />} onClick={onTransfer}>
          {t('hold.transferTitle')}
        </Menu.Item>
        {mayTakeOver && (
          <>
            <Menu.Item leftSection={<IconHandStop size={18} />} onClick={takeOver}>
              {t('hold.takeOver')}
            </Menu.Item>
            <Menu.Item leftSection={<IconHandStop size={18} />} onClick={() => action.mutate('release')}>
              {t('conversation.release')}
            </Menu.Item>
          </>
        )}
        <Menu.Item leftSection={<IconPlayerTrackNext size={18} />} onClick={onCloseAndNext}>
          {t('more.closeAndNext')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLink size={18} />} onClick={copyLink}>
          {t('more.copyLink')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={18} />} component="a" href={`/api/v1/conversations/${conversationId}/export`} download>
          {t('more.export')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
