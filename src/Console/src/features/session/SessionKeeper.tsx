import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import type { Me } from '../../api/types';
import { outboxOf } from '../composer/useOutbox';
import { expiredQuery } from './session';

const SignInAgain = lazy(() => import('./SignInAgain').then((module) => ({ default: module.SignInAgain })));

/** Sends what an earlier visit left, and asks to sign in again when the session has ended. */
export function SessionKeeper({ me }: { me: Me }) {
  const client = useQueryClient();
  const { data: isExpired } = useQuery(expiredQuery);

  useEffect(() => {
    outboxOf(me.id, client);
  }, [me.id, client]);

  return (
    isExpired && (
      <Suspense>
        <SignInAgain me={me} />
      </Suspense>
    )
  );
}
