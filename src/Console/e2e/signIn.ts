import type { Browser, Page } from 'playwright-core';
import { required } from './browser';

/** A browser of somebody's own, signed in; the demo's admin unless somebody else is named. */
export async function signIn(browser: Browser, email?: string, password?: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: required('ROZMOVA_URL'), locale: 'en-GB' });
  const answer = await context.request.post('/api/v1/session', {
    data: { email: email ?? required('ROZMOVA_EMAIL'), password: password ?? required('ROZMOVA_PASSWORD') },
    headers: { Origin: required('ROZMOVA_URL').replace(/\/$/, '') },
  });
  if (!answer.ok()) {
    throw new Error(`Signing in answered ${answer.status()}: ${await answer.text()}`);
  }
  return context.newPage();
}
