import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Identity } from '../../api/contactTypes';
import { PlatformIcon, usePlatformName } from '../../ui/PlatformIcon';
import { handleOf } from './contactWords';
import { CopyIcon } from './CopyIcon';
import styles from './ContactIdentities.module.css';
import profile from './ContactProfile.module.css';
import { Section } from './Section';

/** Where they write from. */
export function ContactIdentities({ identities }: { identities: Identity[] }) {
  const { t } = useTranslation();
  const platformName = usePlatformName();
  return (
    <Section name={t('contact.identities')}>
      <ul className={profile.rows}>
        {identities.map((identity) => (
          <li key={`${identity.channelId} ${identity.id}`} className={styles.identity}>
            <PlatformIcon platform={identity.platform} size={19} />
            <span className={styles.words}>
              <bdi className={styles.handle}>{handleOf(identity)}</bdi>
              <span className={styles.platform}>
                {platformName(identity.platform)}
                {identity.name && (
                  <>
                    {' · '}
                    <bdi>{identity.name}</bdi>
                  </>
                )}
              </span>
              {identity.blocked && (
                <span className={styles.blocked}>
                  <IconBan size={13} aria-hidden />
                  {t('contact.blocked')}
                </span>
              )}
            </span>
            <CopyIcon value={handleOf(identity)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
