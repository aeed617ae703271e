import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../ui/Notice';

/** Puts words on the clipboard and says so. Browsers give it to pages over https only. */
export function useCopy(): (text: string, done: string) => void {
  const { t } = useTranslation();
  const announce = useAnnounce();
  return (text, done) => {
    const refused = () => announce(t('thread.copyRefused'), 'bad');
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(() => announce(done), refused);
    } else {
      refused();
    }
  };
}
