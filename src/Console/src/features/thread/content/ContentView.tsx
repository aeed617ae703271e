import { IconEyeOff, IconHandClick, IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message, MessageContent } from '../../../api/types';
import { ContactCard, LocationCard } from './Cards';
import styles from './Content.module.css';
import { MediaView } from './MediaView';
import { RichText } from './RichText';

type Props = { message: Message; author: string };

/** A message's content, whatever its kind. */
export function ContentView({ message, author }: Props) {
  const { t } = useTranslation();
  const { content, id } = message;
  if (content.withheld) {
    return (
      <p className={styles.aside}>
        <IconEyeOff size={17} aria-hidden />
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
          <MediaView messageId={id} content={content} author={author} />
          {content.text && content.type !== 'sticker' && <RichText text={content.text} keepAs={id} />}
        </>
      );
    case 'location':
      return <LocationCard content={content} />;
    case 'contact':
      return <ContactCard content={content} />;
    case 'menu':
      return message.direction === 'inbound' ? <Pressed content={content} /> : <TextWithButtons id={id} content={content} />;
    case 'template':
      return <Template id={id} content={content} />;
    case 'unsupported':
      return (
        <>
          <p className={styles.aside}>
            {t('content.unsupported')}
            {content.key && <small>({content.key.slice(0, 60)})</small>}
          </p>
          {content.text && <RichText text={content.text} keepAs={id} />}
        </>
      );
    default:
      return <TextWithButtons id={id} content={content} />;
  }
}

function TextWithButtons({ id, content }: { id: string; content: MessageContent }) {
  return (
    <>
      <RichText text={content.text ?? ''} keepAs={id} />
      {content.buttons && content.buttons.length > 0 && (
        <ul className={styles.buttons}>
          {content.buttons.map((button, index) => (
            <li key={index} dir="auto" title={button.url ?? undefined}>
              {button.text}
            </li>
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
      <bdi>{content.text || content.key}</bdi>
    </p>
  );
}

function Template({ id, content }: { id: string; content: MessageContent }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.kind}>
        <IconTemplate size={15} aria-hidden />
        {t('content.template')}
        {content.key && <bdi>{content.key}</bdi>}
      </p>
      {content.text && <RichText text={content.text} keepAs={id} />}
    </>
  );
}
