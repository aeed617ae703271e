import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';

/** Why somebody was not let in. */
export function RefusalText({ error }: { error: Error }) {
  const { t } = useTranslation();
  const words: Record<string, string> = {
    'wrong-credentials': t('session.invalid'),
    'wrong-code': t('session.wrongCode'),
    'too-many-attempts': t('session.tooMany'),
  };
  return (
    <Alert color="red" py="xs">
      {(error instanceof Problem && words[error.code]) || error.message}
    </Alert>
  );
}
