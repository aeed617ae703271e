import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser } from './browser';
import { call, openConsole } from './console';

type Channel = { id: string; platform: string };

describe('The menu of a channel', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let channel: Channel;

  beforeAll(async () => {
    browser = await openBrowser();
    context = await openConsole(browser, { reducedMotion: 'reduce' });
    page = await context.newPage();
    channel = (await call<{ items: Channel[] }>('channels')).items.find(({ platform }) => platform === 'telegram')!;
  });

  afterAll(() => browser?.close());

  it('is made, ordered and published', async () => {
    await page.goto(`/settings/channels/${channel.id}`);
    await page.getByRole('link', { name: 'See and change it' }).click();
    await page.getByRole('button', { name: 'Publish' }).waitFor();
    for (const line of await page.getByRole('button', { name: /^Remove/ }).all()) {
      await line.click();
    }
    for (const [label, command] of [['Opening hours', 'hours'], ['Prices', 'prices']] as const) {
      await page.getByRole('button', { name: 'Add a line' }).click();
      const line = page.getByRole('main').getByRole('listitem').last();
      await line.getByLabel('What customers read').fill(label);
      await line.getByLabel('Command').fill(command);
    }
    await page.getByRole('button', { name: 'Move up: Prices' }).click();
    await page.getByRole('button', { name: 'Publish' }).click();

    await page.getByText('The menu stands.').waitFor();
    const { items } = await call<{ items: { label: string; key: string }[] }>(`channels/${channel.id}/menu`);
    expect(items.map(({ label, key }) => [label, key])).toEqual([['Prices', 'prices'], ['Opening hours', 'hours']]);
  });

  it('says what the platform does not take', async () => {
    await page.getByLabel('Command').first().fill('Not a command!');
    await page.getByRole('button', { name: 'Publish' }).click();

    await page.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor();
  });

  it.each(['light', 'dark'] as const)('has no barrier a program can find in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

    expect(await findBarriers(page)).toEqual([]);
  });

  it('fits the narrowest phone', async () => {
    await page.setViewportSize({ width: 320, height: 640 });

    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('is taken away after a question', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Take it away' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it away' }).click();

    await page.getByText('No menu yet').waitFor();
    expect((await call<{ items: object[] }>(`channels/${channel.id}/menu`)).items).toEqual([]);
  });
});
