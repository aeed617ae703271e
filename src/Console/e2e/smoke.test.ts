import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser, required } from './browser';

describe('The console', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];
  const thread = () => page.getByRole('log');
  const composer = () => page.getByRole('region', { name: 'Write' }).getByRole('textbox');

  beforeAll(async () => {
    browser = await openBrowser();
    context = await browser.newContext({ baseURL: required('ROZMOVA_URL'), locale: 'en-GB' });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => {
      if (line.text().includes('Content Security Policy')) {
        complaints.push(line.text());
      }
    });
  });

  afterAll(() => browser?.close());

  it('turns away a wrong password', async () => {
    await page.goto('/');
    await page.getByLabel('Email').fill(required('ROZMOVA_EMAIL'));
    await page.locator('[name=password]').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByText('The email or the password is not right.').waitFor();
  });

  it('lets an operator in', async () => {
    await page.locator('[name=password]').fill(required('ROZMOVA_PASSWORD'));
    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  });

  it('shows what a customer writes, sends the answer, and shows it sent', async () => {
    const stamp = Date.now().toString(36);
    const phone = await context.newPage();
    // The chat on the phone is one answer without an end, so the page never finishes loading.
    await phone.goto(required('TELEGRAM_SIMULATOR_URL'), { waitUntil: 'commit' });
    const write = phone.frameLocator('iframe[src$="/composer"]').getByLabel('Message');
    await write.fill(`Is the shop open? ${stamp}`);
    await write.press('Enter');

    await page.getByRole('listitem').filter({ hasText: stamp }).click();
    await thread().getByText(`Is the shop open? ${stamp}`).waitFor();
    await composer().fill(`Yes, until nine. ${stamp}`);
    await composer().press('Enter');

    const answer = thread().getByRole('article').filter({ hasText: `Yes, until nine. ${stamp}` });
    await answer.getByText(/^(Sent|Delivered|Read)$/).waitFor();
    await phone.frameLocator('iframe[src$="/thread"]').getByText(`Yes, until nine. ${stamp}`).waitFor();
    await phone.close();
  });

  it('keeps a draft while the operator looks elsewhere', async () => {
    await composer().fill('Half a thought');
    await page.reload();
    await composer().waitFor();

    expect(await composer().inputValue()).toBe('Half a thought');
    await composer().fill('');
  });

  it.each(['light', 'dark'] as const)('has no barrier a program can find in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

    expect(await findBarriers(page)).toEqual([]);
  });

  it('fits a narrow phone and leads back to the list', async () => {
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await page.setViewportSize({ width: 320, height: 640 });

    expect(await overflow()).toBe(0);
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    expect(await overflow()).toBe(0);
  });

  it('ran without an error of its own', () => {
    expect(complaints).toEqual([]);
  });
});
