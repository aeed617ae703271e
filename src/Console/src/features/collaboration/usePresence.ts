import { useIdle } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTell } from '../../live/LiveProvider';

const patience = 2 * 60_000;

/** Tells colleagues whether somebody is at this page: away after two minutes without a touch. */
export function usePresence() {
  const tell = useTell();
  const isIdle = useIdle(patience, { initialState: false });
  useEffect(() => tell({ type: 'presence', presence: isIdle ? 'away' : 'online' }), [tell, isIdle]);
}
