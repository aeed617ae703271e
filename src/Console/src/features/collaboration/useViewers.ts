import { skipToken, useQuery } from '@tanstack/react-query';
import type { Viewer } from '../../live/events';
import { useMe } from '../session/session';

const nobody: Viewer[] = [];

/** The colleagues who have a conversation open right now; told by the live feed alone. */
export function useViewers(conversationId: string): Viewer[] {
  const me = useMe();
  const { data = nobody } = useQuery<Viewer[]>({ queryKey: ['viewers', conversationId], queryFn: skipToken });
  return data.filter(({ operatorId }) => operatorId !== me.id);
}
