import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** The last word of somebody's typing in a conversation, as the live feed left it. */
type Typing = { by: string; at: number };

/** How long a word of typing counts; whoever goes on typing repeats it. */
const lasts = 7000;

/** Whether the customer is typing. */
export function useTyping(conversationId: string): boolean {
  const { data } = useQuery<Typing | null>({ queryKey: ['typing', conversationId], queryFn: skipToken, staleTime: Infinity });
  const [over, setOver] = useState(0);
  const at = data?.by === 'contact' ? data.at : 0;

  useEffect(() => {
    const timer = at > 0 ? setTimeout(() => setOver(at), at + lasts - Date.now()) : undefined;
    return () => clearTimeout(timer);
  }, [at]);

  return at > over && Date.now() - at < lasts;
}
