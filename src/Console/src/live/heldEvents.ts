import type { QueryClient } from '@tanstack/react-query';
import { applyEvent } from './applyEvent';
import type { LiveEvent } from './events';

/** Known from the live feed alone, so no answer on its way can overwrite it. */
const passing = new Set<LiveEvent['type']>(['conversation.viewers', 'typing', 'operator.presence']);

const followed = new Set(['conversations', 'messages', 'channels']);

/**
 * Applies live events in order, but holds them while a list is being read: the answer on its way was made before some of them
 * and would overwrite what they changed.
 */
export class HeldEvents {
  #client: QueryClient;
  #held: LiveEvent[] = [];
  #isReleasing = false;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  /** Releases what is held whenever a read ends; returns how to stop. */
  start(): () => void {
    return this.#client.getQueryCache().subscribe(() => this.#release());
  }

  add(event: LiveEvent) {
    if (passing.has(event.type)) {
      applyEvent(this.#client, event);
      return;
    }
    this.#held.push(event);
    this.#release();
  }

  #release() {
    if (this.#isReleasing) {
      return;
    }
    this.#isReleasing = true;
    while (this.#held.length > 0 && !this.#isReading()) {
      applyEvent(this.#client, this.#held.shift()!);
    }
    this.#isReleasing = false;
  }

  #isReading(): boolean {
    return this.#client.isFetching({ predicate: (query) => followed.has(String(query.queryKey[0])) }) > 0;
  }
}
