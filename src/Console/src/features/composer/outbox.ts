import { Problem } from '../../api/client';
import type { Message, NewMessage } from '../../api/types';
import type { DraftFile } from './drafts';
import { keptIn, keptInMemory, type Kept } from './outboxStorage';

/** One press of the send button. The key makes repeating it harmless. */
export type Sending = {
  key: string;
  conversationId: string;
  message: NewMessage;
  file: DraftFile | null;
  /** The newest entry of the thread when it was pressed. */
  afterSeq: number;
  writtenAt: number;
  /** Until then it can be called back. */
  leavesAt: number;
  /** Of a pass-through channel: it is kept in no storage, so a reload loses it. */
  isPassing?: boolean;
};

/** A message the server has not taken, yet or at all. `waiting` is for the connection, or for a session. */
export type Unsent = Sending & { state: 'held' | 'sending' | 'waiting' | 'refused'; error: Problem | null };

type Hooks = {
  send: (sending: Sending) => Promise<Message>;
  onSent: (message: Message) => void;
  onRefused: (sending: Sending, problem: Problem) => void;
};

const longestPause = 30_000;
const none: Unsent[] = [];

/** Silence, a lost session, or the first try still running: the same request will be right again later. */
const mayPass = ({ status, code }: Problem) => status === 0 || status === 401 || code === 'idempotency-in-progress';

/**
 * Sends what was written, in order within a conversation, and keeps it in this browser until the server has it: over a lost
 * connection, an expired session and a reload.
 */
export class Outbox {
  #hooks: Hooks;
  #kept: Kept<Sending>;
  #passing = keptInMemory<Sending>();
  #byConversation = new Map<string, Unsent[]>();
  #running = new Set<string>();
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #failures = 0;
  #listeners = new Set<() => void>();

  constructor(storage: Storage, operatorId: string, hooks: Hooks) {
    this.#hooks = hooks;
    this.#kept = keptIn<Sending>(storage, `rozmova.outbox.${operatorId}.`);
    for (const sending of this.#kept.all().sort((one, other) => one.writtenAt - other.writtenAt)) {
      this.#put({ ...sending, state: 'held', error: null });
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  of = (conversationId: string): Unsent[] => this.#byConversation.get(conversationId) ?? none;

  /** Goes on with everything that waits: at the start, when the connection is back, when somebody has signed in again. */
  resume = () => {
    this.#failures = 0;
    this.#byConversation.forEach((_, id) => void this.#run(id));
  };

  add(sending: Sending) {
    this.#keep(sending);
    this.#put({ ...sending, state: 'held', error: null });
    void this.#run(sending.conversationId);
  }

  /** Takes one back for good; one that is on its way may arrive all the same. */
  discard({ key, conversationId }: Sending) {
    this.#forget(key);
    this.#set(conversationId, this.of(conversationId).filter((one) => one.key !== key));
    void this.#run(conversationId);
  }

  /** Sends one that was refused or is still held, perhaps changed. */
  retry(unsent: Unsent, changes: { key?: string; message?: Partial<NewMessage> } = {}) {
    const { state: _, error: __, ...sending } = unsent;
    const again = { ...sending, ...changes, message: { ...sending.message, ...changes.message }, leavesAt: 0 };
    this.#forget(unsent.key);
    this.#keep(again);
    this.#set(
      unsent.conversationId,
      this.of(unsent.conversationId).map((one) => (one.key === unsent.key ? { ...again, state: 'held', error: null } : one)),
    );
    void this.#run(unsent.conversationId);
  }

  #keep(sending: Sending) {
    (sending.isPassing ? this.#passing : this.#kept).put(sending.key, sending);
  }

  #forget(key: string) {
    this.#passing.remove(key);
    this.#kept.remove(key);
  }

  async #run(conversationId: string) {
    clearTimeout(this.#timers.get(conversationId));
    const next = this.of(conversationId).find(({ state }) => state !== 'refused');
    if (!next || this.#running.has(conversationId)) {
      return;
    }
    const wait = next.leavesAt - Date.now();
    if (wait > 0) {
      this.#later(conversationId, wait);
      return;
    }
    if (!this.#kept.has(next.key) && !this.#passing.has(next.key)) {
      this.discard(next); // another tab sent it, or took it back
      return;
    }
    this.#running.add(conversationId);
    this.#put({ ...next, state: 'sending' });
    try {
      this.#taken(next, await this.#hooks.send(next));
    } catch (error) {
      this.#failed(next, error instanceof Problem ? error : new Problem(0, 'no-answer', String(error)));
    } finally {
      this.#running.delete(conversationId);
    }
    if (this.of(conversationId).some(({ state }) => state === 'held')) {
      void this.#run(conversationId);
    }
  }

  #taken(sending: Sending, message: Message) {
    this.#failures = 0;
    this.#hooks.onSent(message);
    this.discard(sending);
  }

  #failed(sending: Sending, problem: Problem) {
    if (!this.of(sending.conversationId).some(({ key }) => key === sending.key)) {
      return; // discarded meanwhile
    }
    if (mayPass(problem)) {
      this.#put({ ...sending, state: 'waiting', error: problem });
      this.#later(sending.conversationId, Math.min(longestPause, 1000 * 2 ** this.#failures++));
    } else {
      this.#put({ ...sending, state: 'refused', error: problem });
      this.#hooks.onRefused(sending, problem);
    }
  }

  #later(conversationId: string, pause: number) {
    clearTimeout(this.#timers.get(conversationId));
    this.#timers.set(
      conversationId,
      setTimeout(() => void this.#run(conversationId), pause),
    );
  }

  #put(unsent: Unsent) {
    const all = this.of(unsent.conversationId);
    const isKnown = all.some(({ key }) => key === unsent.key);
    this.#set(unsent.conversationId, isKnown ? all.map((one) => (one.key === unsent.key ? unsent : one)) : [...all, unsent]);
  }

  #set(conversationId: string, all: Unsent[]) {
    this.#byConversation.set(conversationId, all);
    this.#listeners.forEach((notify) => notify());
  }
}

/** The live feed may tell of our own message before the answer to it does; it must not stand there twice. */
export function hasArrived(unsent: Sending, messages: Message[], me: string): boolean {
  return messages.some(
    (message) =>
      message.seq > unsent.afterSeq &&
      message.author.id === me &&
      message.content.type === unsent.message.content.type &&
      (message.content.text ?? '') === (unsent.message.content.text ?? ''),
  );
}
