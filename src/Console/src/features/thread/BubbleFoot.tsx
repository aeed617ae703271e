import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { ClockTime } from '../../ui/Time';
import { clockTime, fullTime } from '../../ui/time';
import styles from './Bubble.module.css';
import { DeliveryMark } from './DeliveryMark';
import { EditedMark } from './EditedMark';
import { shownTime } from './threadRows';

/** When, whether it was changed, and how far it got. */
export function BubbleFoot({ message, isLast }: { message: Message; isLast: boolean }) {
  const { t, i18n } = useTranslation();
  const { late, editedAt, sentAt, createdAt, deletedAt } = message;
  const received = clockTime(createdAt, i18n.language);
  const sent = sentAt && clockTime(sentAt, i18n.language);
  return (
    <div className={styles.foot}>
      {late && sent && sent !== received ? (
        <span className={styles.late} title={fullTime(createdAt, i18n.language)}>
          {t('thread.late', { received, sent })}
        </span>
      ) : (
        <ClockTime iso={shownTime(message)} />
      )}
      {editedAt && !deletedAt && <EditedMark message={message} editedAt={editedAt} />}
      {message.direction === 'outbound' && <DeliveryMark message={message} isLast={isLast} />}
    </div>
  );
}
