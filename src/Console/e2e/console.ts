import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { required } from './browser';

/** A browser in which the demo's admin has signed in. */
export async function openConsole(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: required('ROZMOVA_URL'), locale: 'en-GB', ...options });
  await context.request.post('/api/v1/session', {
    data: { email: required('ROZMOVA_EMAIL'), password: required('ROZMOVA_PASSWORD') },
  });
  return context;
}

/** Calls the API as another program does, with the demo's key. */
export async function call<T>(path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<T> {
  const answer = await fetch(new URL(`/api/v1/${path}`, required('ROZMOVA_URL')), {
    method,
    headers: { Authorization: `Bearer ${required('ROZMOVA_API_KEY')}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
  return (await answer.json()) as T;
}
