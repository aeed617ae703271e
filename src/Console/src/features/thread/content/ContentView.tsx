import { IconHandClick } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageContent } from '../../../api/types';
import styles from './Content.module.css';
import { ContactCard, LocationCard } from './Cards';
import { MediaView } from './MediaView';
import { RichText } from './RichText';

type Props = { content: MessageContent; author: string; isInbound: boolean };

/** A message's content, whatever its kind. */
export function ContentView({ content, author, isInbound }: Props) {
  const { t } = useTranslation();
  if (content.withheld) {
    return (
      <p className={styles.aside}>
        {t(`content.${content.type}`)} · {t('content.withheld')}
      </p>
    );
  }
  switch (content.type) {
    case 'image':
    case 'audio':
    case 'voice':
    case 'video':
    case 'file':
    case 'sticker':
      return (
        <>
          <MediaView content={content} author={author} />
          {content.text && content.type !== 'sticker' && <RichText text={content.text} />}
        </>
      );
    case 'location':
      return <LocationCard content={content} />;
    case 'contact':
      return <ContactCard content={content} />;
    case 'menu':
      return isInbound ? <Pressed content={content} /> : <TextWithButtons content={content} />;
    case 'unsupported':
      return (
        <>
          <p className={styles.aside}>{t('content.unsupported')}</p>
          {content.text && <RichText text={content.text} />}
        </>
      );
    default:
      return <TextWithButtons content={content} />;
  }
}

function TextWithButtons({ content }: { content: MessageContent }) {
  return (
    <>
      <RichText text={content.text ?? ''} />
      {content.buttons && content.buttons.length > 0 && (
        <ul className={styles.buttons}>
          {content.buttons.map((button, index) => (
            <li key={index}>{button.text}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Pressed({ content }: { content: MessageContent }) {
  const { t } = useTranslation();
  return (
    <p className={styles.pressed}>
      <IconHandClick size={18} role="img" aria-label={t('content.pressed')} />
      {content.text || content.key}
    </p>
  );
}
