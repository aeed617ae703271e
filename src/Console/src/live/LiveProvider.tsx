import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ClientFrame, LiveEvent } from './events';
import { HeldEvents } from './heldEvents';
import { type LinkState, LiveSocket } from './liveSocket';
import { Pulse } from './pulse';

const Link = createContext<LiveSocket | null>(null);

/** Counts are read again after a change, but calmly, and once the server has forgotten what it counted before: it remembers 2 and 8 seconds. */
const countDelays = { any: 2500, waiting: 2500, today: 8500 };

/** Keeps the one live connection open while somebody is signed in. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [events] = useState(() => new HeldEvents(client));
  const [counts] = useState(() =>
    Object.entries(countDelays).map(([name, delay]) => new Pulse(() => void client.invalidateQueries({ queryKey: ['stats', name] }), delay)),
  );
  const [socket] = useState(
    () =>
      new LiveSocket({
        onGreeted: () => client.setQueriesData({ queryKey: ['viewers'] }, []),
        onEvent: (event) => {
          events.add(event);
          counts.forEach((count) => count.beat());
        },
        onGap: () => void readAgain(client),
        onLost: () => void client.invalidateQueries({ queryKey: ['me'] }),
      }),
  );

  useEffect(() => {
    const stopReleasing = events.start();
    socket.start();
    return () => {
      socket.stop();
      stopReleasing();
      counts.forEach((count) => count.stop());
    };
  }, [socket, events, counts]);

  return <Link.Provider value={socket}>{children}</Link.Provider>;
}

/** A first read still under way may have been answered before the gap; invalidating alone would let it stand. */
async function readAgain(client: QueryClient) {
  const everything = { predicate: (query: Query) => query.queryKey[0] !== 'me' };
  await client.cancelQueries(everything);
  await client.invalidateQueries(everything);
}

export function useLinkState(): LinkState {
  const socket = useContext(Link)!;
  return useSyncExternalStore(socket.subscribe, () => socket.state);
}

/** Tells the server what this page's operator is doing. */
export function useTell(): (frame: ClientFrame) => void {
  const socket = useContext(Link)!;
  return useCallback((frame) => socket.tell(frame), [socket]);
}

/** Calls back for every live event, after the cache knows it. */
export function useLiveEvents(hear: (event: LiveEvent) => void) {
  const socket = useContext(Link)!;
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => socket.hear((event) => latest.current(event)), [socket]);
}
