import {
  IconBrandInstagram,
  IconBrandMessenger,
  IconBrandTelegram,
  IconBrandWechat,
  IconBrandWhatsapp,
  IconMessageCircle,
  IconPhoneCall,
  IconPlugConnected,
  IconShoppingBag,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './PlatformIcon.module.css';

const icons = {
  telegram: IconBrandTelegram,
  'telegram-user': IconBrandTelegram,
  viber: IconPhoneCall,
  whatsapp: IconBrandWhatsapp,
  messenger: IconBrandMessenger,
  instagram: IconBrandInstagram,
  wechat: IconBrandWechat,
  webchat: IconMessageCircle,
  'seller-crm': IconShoppingBag,
  custom: IconPlugConnected,
};

const isKnown = (platform: string): platform is keyof typeof icons => platform in icons;

/** A platform's name in the reader's language; a platform from a plug-in is called what it calls itself. */
export function usePlatformName(): (platform: string) => string {
  const { t } = useTranslation();
  return (platform) => (isKnown(platform) ? t(`platform.${platform}`) : platform);
}

export function PlatformIcon({ platform, size = 16 }: { platform: string; size?: number }) {
  const name = usePlatformName()(platform);
  const Icon = isKnown(platform) ? icons[platform] : IconPlugConnected;
  return (
    <span className={styles.icon} data-platform={platform} role="img" aria-label={name} title={name}>
      <Icon size={size} stroke={1.9} aria-hidden />
    </span>
  );
}
