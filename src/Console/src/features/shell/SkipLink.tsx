import { useTranslation } from 'react-i18next';
import styles from './AppFrame.module.css';

/** The first stop of the Tab key: past the navigation. */
export function SkipLink() {
  const { t } = useTranslation();
  const skip = () => {
    const main = document.querySelector('main');
    if (main) {
      main.tabIndex = -1;
      main.focus();
    }
  };
  return (
    <button type="button" className={styles.skip} onClick={skip}>
      {t('nav.skip')}
    </button>
  );
}
