import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Waiting } from '../../api/types';
import { Card } from './Card';
import { PersonLink } from './PersonLink';
import styles from './Trouble.module.css';

/** Messages that did not arrive, or may have: somebody has to say what becomes of them. */
export function Decisions({ waiting }: { waiting: Waiting | undefined }) {
  const { t } = useTranslation();
  if (!waiting || waiting.undecided.messages === 0) {
    return null;
  }
  return (
    <Card title={t('home.decide')} aside={<span className={styles.number}>{waiting.undecided.messages}</span>}>
      <p className={styles.hint}>{t('home.decideHint')}</p>
      <ul className={styles.list}>
        {waiting.undecided.conversations.map((conversation) => (
          <li key={conversation.id}>
            <PersonLink conversation={conversation} line={conversation.channel.name}>
              <IconAlertTriangle size={18} className={styles.bad} aria-hidden />
            </PersonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
