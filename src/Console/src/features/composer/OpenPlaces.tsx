import { useTranslation } from 'react-i18next';
import styles from './Composer.module.css';
import { openPlaces } from './variables';

/** Says which places of a canned reply nothing is known for, before the customer reads them. */
export function OpenPlaces({ text }: { text: string }) {
  const { t } = useTranslation();
  const places = openPlaces(text);
  return places.length > 0 && <p className={styles.warning}>{t('composer.openPlaces', { places: places.map((name) => `{{${name}}}`).join(', ') })}</p>;
}
