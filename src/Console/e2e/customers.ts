import { createHmac, randomUUID } from 'node:crypto';
import { required } from './browser';

type Content = { type: string; text?: string; [member: string]: unknown };

export type Entry = { id: string; seq: number; status: string | null; direction: string; content: { text?: string }; deletedAt: string | null };

type Conversation = { id: string; contact: { name: string }; lastMessage: Entry | null; channel: { platform: string } };

/** Calls the API as an admin. */
export async function call<T>(path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<T> {
  const isForm = body instanceof FormData;
  const answer = await fetch(new URL(`/api/v1/${path}`, required('ROZMOVA_URL')), {
    method,
    headers: { Authorization: `Bearer ${required('ROZMOVA_API_KEY')}`, ...(isForm ? {} : { 'Content-Type': 'application/json' }) },
    body: isForm ? body : body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
  return (await answer.json()) as T;
}

const batch = 40;

/** A channel of the custom platform, and the people who write to it. */
export class Customers {
  readonly #path: string;
  readonly #key = Buffer.alloc(32, 7);
  #moment = 0;

  private constructor(path: string) {
    this.#path = path;
  }

  static async connect(name: string): Promise<Customers> {
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const channel = await call<{ webhookPath: string }>('channels', { platform: 'custom', name, settings: { secret } });
    return new Customers(channel.webhookPath);
  }

  /** Somebody writes, one after the other. */
  async write(person: string, ...contents: (string | Content)[]): Promise<void> {
    for (const content of contents) {
      await this.#send(person, content, this.#later());
    }
  }

  /** Somebody has written very much: many at a time, all of one moment, so that none of them is late. */
  async writeMuch(person: string, texts: string[]): Promise<void> {
    const moment = new Date();
    for (let at = 0; at < texts.length; at += batch) {
      await Promise.all(texts.slice(at, at + batch).map((text) => this.#send(person, text, moment)));
    }
  }

  /** Waits until all of it has been read, and gives the conversation. */
  async conversationOf(person: string, count: number): Promise<string> {
    for (const until = Date.now() + 60_000; Date.now() < until; ) {
      const { items } = await call<{ items: Conversation[] }>(`conversations?q=${encodeURIComponent(person)}`);
      const found = items.find(({ contact }) => contact.name === person);
      if (found && (found.lastMessage?.seq ?? 0) >= count) {
        return found.id;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${person} has not written ${count} messages.`);
  }

  /** The clock of a virtual machine steps back now and then; what is written later is to read later all the same. */
  #later(): Date {
    this.#moment = Math.max(Date.now(), this.#moment + 1);
    return new Date(this.#moment);
  }

  async #send(person: string, content: string | Content, sentAt: Date): Promise<void> {
    const body = JSON.stringify({
      id: randomUUID(),
      from: { id: person, name: person },
      content: typeof content === 'string' ? { type: 'text', text: content } : content,
      sentAt: sentAt.toISOString(),
    });
    const id = randomUUID();
    const timestamp = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', this.#key).update(`${id}.${timestamp}.${body}`).digest('base64');
    const answer = await fetch(new URL(this.#path, required('ROZMOVA_URL')), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': `v1,${signature}`,
      },
      body,
    });
    if (answer.status !== 200) {
      throw new Error(`The webhook answered ${answer.status}.`);
    }
  }
}
