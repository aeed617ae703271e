import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../ui/PageFrame';
import { ButtonParts } from './ButtonParts';
import { Colours } from './Colours';
import { FieldParts } from './FieldParts';
import { Looks } from './Looks';
import { MessageParts } from './MessageParts';
import { StateParts } from './StateParts';

/** Every part of the console on one page, in the look chosen at its top: for whoever changes one of them. */
export function PartsPage() {
  const { t } = useTranslation();
  // The colours are measured as they now are.
  const [looked, setLooked] = useState(0);
  return (
    <PageFrame title={t('parts.title')} intro={t('parts.intro')}>
      <Looks onChange={() => setLooked(looked + 1)} />
      <ButtonParts />
      <FieldParts />
      <MessageParts />
      <StateParts />
      <Colours key={looked} />
    </PageFrame>
  );
}
