import { notifyManager, type QueryClient } from '@tanstack/react-query';
import { applyEvent } from './applyEvent';
import type { LiveEvent } from './events';

/** Known from the live feed alone, so no answer on its way can overwrite it. */
const passing = new Set<LiveEvent['type']>(['conversation.viewers', 'typing', 'operator.presence']);

const followed = new Set(['conversations', 'messages', 'channels']);

/** A page that is not looked at draws no frames, and still has to know what came. */
const withoutFrames = 100;

/** Calls back when the next frame is drawn, or soon where none is. */
function nextFrame(act: () => void) {
  const once = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    act();
  };
  const timer = setTimeout(once, withoutFrames);
  const frame = requestAnimationFrame(once);
}

/**
 * Applies live events in order. The first is applied at once; those of a burst wait for the next frame, so that nothing is drawn more
 * often than it is seen. While a list is being read they wait too: the answer on its way was made before some of them and would
 * overwrite what they changed.
 */
export class HeldEvents {
  #client: QueryClient;
  #later: (act: () => void) => void;
  #held: LiveEvent[] = [];
  #isReleasing = false;
  #isDrawn = true;

  constructor(client: QueryClient, later = nextFrame) {
    this.#client = client;
    this.#later = later;
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
    if (this.#isReleasing || !this.#isDrawn || this.#held.length === 0 || this.#isReading()) {
      return;
    }
    this.#isReleasing = true;
    this.#isDrawn = false;
    this.#later(() => {
      this.#isDrawn = true;
      this.#release();
    });
    // An event may have something read again: what follows then waits for the answer.
    notifyManager.batch(() => {
      while (this.#held.length > 0 && !this.#isReading()) {
        applyEvent(this.#client, this.#held.shift()!);
      }
    });
    this.#isReleasing = false;
  }

  #isReading(): boolean {
    return this.#client.isFetching({ predicate: (query) => followed.has(String(query.queryKey[0])) }) > 0;
  }
}
