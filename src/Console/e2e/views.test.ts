import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser } from './browser';
import { call, openConsole } from './console';

describe('Saved views', () => {
  const name = `Telegram, longest ${Date.now().toString(36)}`;
  const search = 'platform=telegram&sort=waiting';
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  const viewsOf = () => page.getByRole('region', { name: 'Conversations' }).getByRole('button', { name: /^Views/ });

  beforeAll(async () => {
    browser = await openBrowser();
    context = await openConsole(browser, { reducedMotion: 'reduce' });
    page = await context.newPage();
  });

  afterAll(() => browser?.close());

  it('keep the present filters and order under a name', async () => {
    await page.goto(`/conversations?${search}`);
    await viewsOf().click();
    await page.getByLabel('Save this list as').fill(name);
    await page.getByRole('checkbox', { name: 'For everybody' }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();

    await viewsOf().getByText(name).waitFor();
    const { items } = await call<{ items: { name: string; shared: boolean; filter: object }[] }>('views');
    expect(items.find((view) => view.name === name)).toMatchObject({
      shared: true,
      filter: { status: 'open', platform: 'telegram', sort: 'waiting' },
    });
  });

  it('bring it back from the head of the list', async () => {
    await page.goto('/conversations');
    await viewsOf().click();
    await page.getByRole('link', { name }).click();

    await expect.poll(() => new URL(page.url()).search).toContain('platform=telegram');
    await viewsOf().getByText(name).waitFor();
  });

  it('bring it back from the palette', async () => {
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(name.slice(0, 18));
    await page.getByRole('option', { name }).click();

    await expect.poll(() => new URL(page.url()).search).toContain('sort=waiting');
  });

  it.each(['light', 'dark'] as const)('have no barrier a program can find in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/conversations');
    await viewsOf().click();
    await page.getByRole('button', { name: `Change ${name}` }).click();
    await page.getByLabel('Name').waitFor();

    expect(await findBarriers(page)).toEqual([]);
  });

  it('are deleted where they stand', async () => {
    await page.getByRole('button', { name: 'Delete', exact: true }).click();

    await page.getByRole('link', { name }).waitFor({ state: 'detached' });
    expect((await call<{ items: { name: string }[] }>('views')).items.map((view) => view.name)).not.toContain(name);
  });
});
