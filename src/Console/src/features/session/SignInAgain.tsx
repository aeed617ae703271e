import { Button, Group, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import type { Me } from '../../api/types';
import { outboxOf } from '../composer/useOutbox';
import { RefusalText } from './RefusalText';
import { useSignIn } from './session';

/** Offers to sign in again on the spot when the session ended, so that nothing on the page is lost. */
export function SignInAgain({ me }: { me: Me }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const signIn = useSignIn();

  const leave = () => client.setQueryData<Me | null>(['me'], null);
  const refusal = signIn.error instanceof Problem ? signIn.error.code : null;
  const needsCode = refusal === 'code-needed' || signIn.variables?.code !== undefined;
  const submit = (form: FormData) =>
    signIn.mutate(
      { email: me.email, password: String(form.get('password')), code: form.get('code')?.toString() },
      { onSuccess: () => outboxOf(me.id, client).resume() },
    );

  return (
    <Modal opened onClose={() => {}} withCloseButton={false} title={t('signInAgain.title')} centered>
      <p style={{ margin: '0 0 14px' }}>{t('signInAgain.intro')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <TextInput label={t('session.email')} value={me.email} readOnly autoComplete="username" mb="sm" />
        <PasswordInput name="password" label={t('session.password')} autoComplete="current-password" required data-autofocus mb="sm" />
        {needsCode && <TextInput name="code" label={t('session.code')} autoComplete="one-time-code" required autoFocus mb="sm" />}
        <div role="alert">{signIn.error && refusal !== 'code-needed' && <RefusalText error={signIn.error} />}</div>
        <Group justify="space-between" mt="md">
          <Button variant="subtle" color="gray" onClick={leave}>
            {t('signInAgain.leave')}
          </Button>
          <Button type="submit" loading={signIn.isPending}>
            {t('session.signIn')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
