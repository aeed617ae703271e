import { createHmac } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser, required } from './browser';

const pages = [
  'profile',
  'appearance',
  'operators',
  'labels',
  'hours',
  'channels',
  'channels/new',
  'desks',
  'desks/new',
  'desks/new/telegram',
  'desks/new/webim',
  'quarantine',
  'keys',
  'audit',
];

/** For a walk through all of them, in milliseconds. */
const manyPages = 120_000;

describe('The settings', () => {
  const stamp = Date.now().toString(36);
  const complaints: string[] = [];
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let custom = { address: '', secret: '' };

  beforeAll(async () => {
    browser = await openBrowser();
    context = await browser.newContext({
      baseURL: required('ROZMOVA_URL'),
      locale: 'en-GB',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await signIn(page, required('ROZMOVA_EMAIL'), required('ROZMOVA_PASSWORD'));
  });

  afterAll(() => browser?.close());

  it('set up a channel of one’s own, and turn green with its first message', async () => {
    await page.goto('/settings/channels/new/custom');
    await page.getByLabel('Name of the channel').fill(`Till ${stamp}`);
    custom.secret = await page.getByLabel('Signing secret').inputValue();
    await page.getByRole('button', { name: 'Connect' }).click();

    await page.getByRole('heading', { name: `Till ${stamp}` }).waitFor();
    await page.getByRole('status').getByText('Connected').waitFor();
    await page.getByRole('button', { name: 'Copy Webhook address' }).click();
    custom = { ...custom, address: await page.evaluate(() => navigator.clipboard.readText()) };
    await page.getByText('Waiting for your message…').waitFor();
    await post({ id: `m-${stamp}`, from: { id: 'u1', name: 'Olena' }, content: { type: 'text', text: `First ${stamp}` } });

    await page.getByText('A message came. It works.').waitFor();
  });

  it('say at its field what a platform does not take', async () => {
    await page.goto('/settings/channels/new/telegram');
    await page.getByLabel('Token').fill('not a token');
    await page.getByRole('button', { name: 'Connect' }).click();

    await expect.poll(() => page.getByLabel('Token').getAttribute('aria-invalid'), { timeout: 15_000 }).toBe('true');
  });

  it('set up a web chat, and give its script tag to copy', async () => {
    await page.goto('/settings/channels/new/webchat');
    await page.getByLabel('Name of the channel').fill(`Site ${stamp}`);
    await page.getByLabel('Title').fill('Shop');
    await page.getByRole('button', { name: 'Connect' }).click();

    await page.getByText('data-channel=').waitFor();
    await page.getByText('Waiting for your message…').waitFor();
  });

  it('show what could not be read, and replay it', async () => {
    await post('not json at all');
    await page.goto('/settings/quarantine');
    const item = page.getByRole('listitem').filter({ hasText: `Till ${stamp}` });
    await item.getByRole('button', { name: 'Look' }).click();
    await item.getByText('not json at all').waitFor();
    await item.getByRole('button', { name: 'Replay' }).click();

    await page.getByText('Nothing can be made of it yet.').waitFor();
    await item.getByRole('button', { name: 'Discard' }).click();
    await item.waitFor({ state: 'detached' });
  });

  it('invite an operator, who waits until approved', async () => {
    await page.goto('/settings/operators');
    await page.getByRole('button', { name: 'Invite an operator' }).click();
    await page.getByLabel('Name').fill(`Ivan ${stamp}`);
    await page.getByLabel('Email').fill(`ivan-${stamp}@example.com`);
    await page.getByLabel('Role', { exact: true }).selectOption('pending');
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.getByRole('button', { name: 'Copy One-time link' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: `Approve Ivan ${stamp}` }).click();
    await page.getByRole('button', { name: `Ban Ivan ${stamp}` }).waitFor();

    const his = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await his.goto(link);
    await his.locator('[name=password]').fill('ivan has a password');
    await his.getByRole('button', { name: 'Create and enter' }).click();
    await his.getByRole('heading', { name: `Welcome, Ivan ${stamp}` }).waitFor({ state: 'detached' });
    await his.goto(new URL('/settings/profile', link).href);
    await enrol(his);
    await his.context().close();
  });

  it('are complete in Ukrainian', async () => {
    await page.evaluate(() => localStorage.setItem('rozmova.language', 'uk'));
    for (const name of pages) {
      await page.goto(`/settings/${name}`);
      await page.getByRole('heading', { level: 1 }).waitFor();

      expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/[а-яіїєґ]/i);
    }
    await page.evaluate(() => localStorage.setItem('rozmova.language', 'en'));
  }, manyPages);

  it.each(['light', 'dark'] as const)('have no barrier a program can find in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const name of pages) {
      await page.goto(`/settings/${name}`);
      await page.getByRole('heading', { level: 1 }).waitFor();

      expect(await findBarriers(page), name).toEqual([]);
    }
  }, manyPages);

  it('lead a phone from the list to a page and back', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/settings');
    await page.getByRole('link', { name: 'Labels' }).click();
    await page.getByRole('heading', { name: 'Labels' }).waitFor();

    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await page.getByRole('link', { name: 'Settings' }).first().click();
    await page.getByRole('link', { name: 'Channels' }).waitFor();
  });

  it('ran without an error of their own', () => {
    expect(complaints).toEqual([]);
  });

  async function signIn(where: Page, email: string, password: string) {
    await where.goto('/');
    await where.getByLabel('Email').fill(email);
    await where.locator('[name=password]').fill(password);
    await where.getByRole('button', { name: 'Sign in' }).click();
    await where.getByRole('link', { name: 'Settings' }).waitFor();
  }

  /** Switches two-factor on, leaves, and comes in again with a recovery code. */
  async function enrol(his: Page) {
    await his.getByRole('button', { name: 'Set up' }).click();
    await his.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    const secret = await his.locator('code').first().innerText();
    await his.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret));
    await his.getByRole('button', { name: 'Confirm' }).click();
    const recovery = await his.locator('li code').first().innerText();
    await his.getByRole('button', { name: 'I have kept them' }).click();
    await his.getByText('Two-factor is on.').waitFor();

    await his.context().clearCookies();
    await his.goto(required('ROZMOVA_URL'));
    await his.getByLabel('Email').fill(`ivan-${stamp}@example.com`);
    await his.locator('[name=password]').fill('ivan has a password');
    await his.getByRole('button', { name: 'Sign in' }).click();
    await his.getByRole('textbox', { name: 'Code' }).fill(recovery);
    await his.getByRole('button', { name: 'Sign in' }).click();
    await his.getByRole('link', { name: 'Settings' }).waitFor();
  }

  /** As the system behind a custom channel does it. */
  async function post(body: object | string) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const id = `delivery-${stamp}-${text.length}`;
    const timestamp = Math.floor(Date.now() / 1000);
    const key = Buffer.from(custom.secret.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64');
    const answer = await fetch(custom.address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': `v1,${signature}`,
      },
      body: text,
    });
    expect(answer.status).toBe(200);
  }
});

/** What an authenticator app shows now (RFC 6238). */
function codeOf(secret: string): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  return String((hash.readUInt32BE(hash[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
