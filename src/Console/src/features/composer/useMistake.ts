import { useTranslation } from 'react-i18next';
import { fileSize } from '../thread/content/fileSize';
import type { Upload } from './useUploads';

/** Why a file does not go, in words; null when it does. */
export function useMistake(): (upload: Pick<Upload, 'mistake' | 'error'>) => string | null {
  const { t } = useTranslation();
  return ({ mistake, error }) => {
    switch (mistake?.kind) {
      case 'empty':
        return t('composer.fileEmpty');
      case 'not-taken':
        return t('composer.fileNotTaken');
      case 'too-large':
        return t('composer.fileTooLarge', { most: fileSize(mistake.most) });
      default:
        return error && t('composer.uploadFailed', { reason: error.message });
    }
  };
}
