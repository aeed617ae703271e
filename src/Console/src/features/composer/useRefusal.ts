import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import { holderIn } from '../conversations/holder';

/** Why a message was not sent, in words an operator can act on. */
export function useRefusal(): (error: Error) => string {
  const { t } = useTranslation();
  return (error) => {
    const holder = holderIn(error);
    if (holder) {
      return t('unsent.claimed', { name: holder.name });
    }
    if (!(error instanceof Problem)) {
      return error.message;
    }
    switch (error.code) {
      case 'unseen-messages': {
        const ids = error.details.messageIds;
        return t('unsent.unseen', { count: Array.isArray(ids) ? ids.length : 1 });
      }
      case 'window-closed':
        return t('unsent.windowClosed');
      case 'not-supported':
        return t('unsent.notSupported');
      case 'no-answer':
        return t('unsent.noAnswer');
      default:
        return `${t('unsent.refused')}: ${error.message}`;
    }
  };
}
