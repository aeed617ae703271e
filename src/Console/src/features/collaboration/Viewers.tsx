import { Tooltip } from '@mantine/core';
import { IconEye, IconMoon, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '../../live/events';
import { Avatar } from '../../ui/Avatar';
import { useViewers } from './useViewers';
import styles from './Viewers.module.css';

const most = 3;
const icons = { writing: IconPencil, away: IconMoon, viewing: IconEye };

const conditionOf = ({ away, writing }: Viewer) => (writing ? 'writing' : away ? 'away' : 'viewing');

/** Colleagues in a conversation: writing, looking, or present but away, told by the mark on their picture. */
export function Viewers({ conversationId, size = 28 }: { conversationId: string; size?: number }) {
  const { t } = useTranslation();
  const viewers = useViewers(conversationId);
  if (viewers.length === 0) {
    return null;
  }
  return (
    <span className={styles.viewers} role="group" aria-label={t('viewers.label')}>
      {viewers.slice(0, most).map((viewer) => (
        <ViewerMark key={viewer.operatorId} viewer={viewer} size={size} />
      ))}
      {viewers.length > most && <span className={styles.more}>+{viewers.length - most}</span>}
    </span>
  );
}

function ViewerMark({ viewer, size }: { viewer: Viewer; size: number }) {
  const { t } = useTranslation();
  const condition = conditionOf(viewer);
  const Icon = icons[condition];
  const words = t(`viewers.${condition}`, { name: viewer.name });
  return (
    <Tooltip label={words} withArrow>
      <span className={styles.viewer} data-condition={condition} role="img" aria-label={words}>
        <Avatar id={viewer.operatorId} name={viewer.name} size={size} />
        <span className={styles.mark}>
          <Icon size={11} stroke={2.4} aria-hidden />
        </span>
      </span>
    </Tooltip>
  );
}
