import { createHmac, randomUUID } from 'node:crypto';
import { required } from './browser';

const secret = 'c2VjcmV0LW9mLXRoZS1icm93c2VyLXRlc3RzLTAxMjM=';

/** Calls the API as the demo's admin. */
export async function call<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(new URL(`/api/v1/${path}`, required('ROZMOVA_URL')), {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${required('ROZMOVA_API_KEY')}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
  return (await answer.json()) as T;
}

export type Shop = { channelId: string; tell: (person: string, text: string) => Promise<void> };

/** A channel of a test's own, where customers write by signed requests. */
export async function openShop(name: string): Promise<Shop> {
  const channel = await call<{ id: string; webhookPath: string }>('channels', {
    platform: 'custom',
    name,
    settings: { secret: `whsec_${secret}` },
  });
  const tell = async (person: string, text: string) => {
    const id = randomUUID();
    const time = Math.floor(Date.now() / 1000);
    const body = JSON.stringify({ id, from: { id: person, name: person }, content: { type: 'text', text } });
    const signature = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${time}.${body}`).digest('base64');
    const answer = await fetch(new URL(channel.webhookPath, required('ROZMOVA_URL')), {
      method: 'POST',
      headers: { 'webhook-id': id, 'webhook-timestamp': String(time), 'webhook-signature': `v1,${signature}` },
      body,
    });
    if (!answer.ok) {
      throw new Error(`The webhook answered ${answer.status}: ${await answer.text()}`);
    }
  };
  return { channelId: channel.id, tell };
}

export type Listed = { id: string; status: string; contact: { name: string }; claim: { name: string } | null };

/** The conversations of a shop, once there are as many as expected. */
export async function conversationsOf({ channelId }: Shop, count: number): Promise<Listed[]> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { items } = await call<{ items: Listed[] }>(`conversations?channelId=${channelId}&limit=50`);
    if (items.length === count) {
      return items;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`There are not ${count} conversations.`);
}
