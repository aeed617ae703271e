import { createHmac } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser, required } from './browser';

type Conversation = { id: string; channel: { platform: string }; contact: { id: string; name: string } };

/** Calls the API beside the browser. */
async function call<T>(path: string, method = 'GET', body?: object): Promise<T> {
  const answer = await fetch(new URL(`/api/v1/${path}`, required('ROZMOVA_URL')), {
    method,
    headers: { Authorization: `Bearer ${required('ROZMOVA_API_KEY')}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

const secret = 'whsec_c2VjcmV0LW9mLXRoZS10ZXN0cy0wMTIzNDU2Nzg5';

/** Somebody writes through a system of the shop's own; gives their conversation once it is there. */
async function hearFrom(name: string, text: string): Promise<Conversation> {
  const channel = await call<{ id: string; webhookPath: string }>('channels', 'POST', {
    platform: 'custom',
    name: 'Own shop',
    settings: { secret },
  });
  const body = JSON.stringify({ id: name, from: { id: name, name }, content: { type: 'text', text }, sentAt: new Date() });
  const at = Math.floor(Date.now() / 1000).toString();
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  await fetch(new URL(channel.webhookPath, required('ROZMOVA_URL')), {
    method: 'POST',
    headers: {
      'webhook-id': name,
      'webhook-timestamp': at,
      'webhook-signature': `v1,${createHmac('sha256', key).update(`${name}.${at}.${body}`).digest('base64')}`,
    },
    body,
  });
  return vi.waitFor(async () => {
    const { items } = await call<{ items: Conversation[] }>(`conversations?channelId=${channel.id}`);
    expect(items).not.toEqual([]);
    return items[0]!;
  }, 10_000);
}

describe('Contacts', () => {
  const stamp = Date.now().toString(36);
  const complaints: string[] = [];
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let stays: Conversation;
  let joins: Conversation;
  const profile = () => page.getByRole('complementary', { name: 'Profile' });
  const timeline = () => page.getByRole('log');
  const dialog = () => page.getByRole('dialog');

  beforeAll(async () => {
    browser = await openBrowser();
    context = await browser.newContext({ baseURL: required('ROZMOVA_URL'), locale: 'en-GB' });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto('/');
    await page.getByLabel('Email').fill(required('ROZMOVA_EMAIL'));
    await page.locator('[name=password]').fill(required('ROZMOVA_PASSWORD'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));

    stays = (await call<{ items: Conversation[] }>('conversations?platform=viber')).items[0]!;
    await call(`contacts/${stays.contact.id}`, 'PATCH', { name: `Olena ${stamp}` });
    await call(`conversations/${stays.id}/messages`, 'POST', { content: { type: 'text', text: `On one ${stamp}` }, note: true });
    joins = await hearFrom(`Helen ${stamp}`, `On another ${stamp}`);
  });

  afterAll(async () => {
    await call(`contacts/${stays.contact.id}`, 'PATCH', { name: stays.contact.name, phone: null });
    await browser?.close();
  });

  it('are found by name, and opened by the keyboard', async () => {
    await page.goto('/contacts');
    await page.getByRole('searchbox', { name: 'Name, phone, email or id' }).fill(`olena ${stamp}`);
    const rows = page.getByRole('list', { name: 'Contacts' }).getByRole('link');
    await expect.poll(() => rows.count()).toBe(1);
    await rows.first().focus();
    await page.keyboard.press('Enter');

    await profile().getByRole('button', { name: `Name: Olena ${stamp}. Edit` }).waitFor();
  });

  it('are changed in place', async () => {
    await profile().getByRole('button', { name: /^Phone/ }).click();
    await profile().getByRole('textbox', { name: 'Phone' }).fill('+380 50 123 45 67');
    await page.keyboard.press('Enter');

    await profile().getByRole('button', { name: 'Phone: +380 50 123 45 67. Edit' }).waitFor();
  });

  it('have the fields an admin adds', async () => {
    await page.goto('/settings/contact-fields');
    await page.getByRole('textbox', { name: 'Name' }).last().fill(`Size ${stamp}`);
    await page.getByRole('button', { name: 'Add field' }).click();
    await page.getByRole('button', { name: `Name: Size ${stamp}. Edit` }).waitFor();
    await page.goto(`/contacts/${stays.contact.id}`);
    await profile().getByRole('button', { name: `Size ${stamp}: Not known. Add` }).click();
    await profile().getByRole('textbox', { name: `Size ${stamp}` }).fill('XL');
    await page.keyboard.press('Enter');

    await profile().getByRole('button', { name: `Size ${stamp}: XL. Edit` }).waitFor();
  });

  it('are merged after a look at what will happen, and read as one', async () => {
    await profile().getByRole('button', { name: 'Merge', exact: true }).click();
    await dialog().getByRole('searchbox').fill(`Helen ${stamp}`);
    await dialog().getByRole('button', { name: `Helen ${stamp}` }).click();
    await dialog().getByRole('region', { name: `Joins: Helen ${stamp}` }).waitFor();
    await dialog().getByText(`Name “Helen ${stamp}” is kept aside and no longer shown.`).waitFor();
    await dialog().getByRole('button', { name: 'Merge', exact: true }).click();

    await profile().getByText(`Helen ${stamp} has just joined.`).waitFor();
    await timeline().getByText(`On one ${stamp}`).waitFor();
    await timeline().getByText(`On another ${stamp}`).waitFor();
    expect(await timeline().getByRole('img', { name: 'Custom' }).count()).toBeGreaterThan(0);
    expect(await timeline().getByRole('img', { name: 'Viber' }).count()).toBeGreaterThan(0);
    const shown = await call<Conversation>(`conversations/${joins.id}`);
    expect(shown.contact.name).toBe(`Olena ${stamp}`);
  });

  it.each(['light', 'dark'] as const)('have no barrier a program can find in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

    expect(await findBarriers(page)).toEqual([]);
  });

  it('come apart again as they were', async () => {
    await profile().getByRole('button', { name: 'Undo' }).last().click();
    await profile().getByText(`Helen ${stamp} has just joined.`).waitFor({ state: 'detached' });

    await timeline().getByText(`On another ${stamp}`).waitFor({ state: 'detached' });
    const shown = await call<Conversation>(`conversations/${joins.id}`);
    expect(shown.contact.name).toBe(`Helen ${stamp}`);
  });

  it('fit a narrow phone', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);

    await page.getByText('Timeline', { exact: true }).click();
    await timeline().getByText(`On one ${stamp}`).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByText('Profile', { exact: true }).click();
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('are erased only by who types their name', async () => {
    await page.goto(`/contacts/${joins.contact.id}`);
    await profile().getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Erase person' }).click();
    const erase = dialog().getByRole('button', { name: 'Erase for good' });
    expect(await erase.isDisabled()).toBe(true);
    await dialog().getByRole('textbox').fill(`helen ${stamp}`);
    await erase.click();

    await page.getByText('This person was erased.').waitFor();
    expect(JSON.stringify(await call(`contacts/${joins.contact.id}/export`))).not.toContain(`Helen ${stamp}`);
  });

  it('never raised an error', () => expect(complaints).toEqual([]));
});
