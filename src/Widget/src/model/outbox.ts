import type { ClientFrame } from '../net/protocol';
import type { Store } from './store';

/** A message that the server has not confirmed. Its id is the same however often it is sent, so it arrives once. */
export type Unsent = { id: string; text: string; key?: string; at: string; failed?: boolean };

const name = 'outbox';

/** What was written and not yet confirmed: kept across reloads, sent in order. */
export class Outbox {
  constructor(private readonly store: Store) {}

  get all(): Unsent[] {
    return this.store.read<Unsent[]>(name) ?? [];
  }

  add(unsent: Unsent): void {
    this.write([...this.all, unsent]);
  }

  remove(id: string): void {
    this.write(this.all.filter((unsent) => unsent.id !== id));
  }

  mark(id: string, failed: boolean): void {
    this.write(this.all.map((unsent) => (unsent.id === id ? { ...unsent, failed } : unsent)));
  }

  /** What to say to have a message taken. */
  static frame({ id, text, key }: Unsent): ClientFrame {
    return key === undefined ? { type: 'message', id, text } : { type: 'press', id, key, text };
  }

  private write(all: Unsent[]): void {
    this.store.write(name, all);
  }
}

/** An id nobody else has. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
