import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../ui/PageFrame';
import { Kinds } from '../setup/Kinds';
import { DeskIcon } from './DeskIcon';
import { deskForms, guidedKinds } from './deskForms';

export function NewDeskPage() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('desks.add')} intro={t('desks.addIntro')}>
      <Kinds
        kinds={guidedKinds.map((kind) => ({
          link: { to: '/settings/desks/new/$kind', params: { kind } },
          icon: <DeskIcon kind={kind} size={26} />,
          name: t(deskForms[kind].name),
          intro: t(deskForms[kind].intro),
        }))}
      />
    </PageFrame>
  );
}
