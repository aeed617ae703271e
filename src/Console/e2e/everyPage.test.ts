import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser } from './browser';
import { call, openConsole } from './console';

/** Every page an admin can come to. */
const pages = [
  '/',
  '/conversations',
  '/conversations?view=closed',
  'conversation',
  '/contacts',
  '/settings/appearance',
  '/settings/channels',
  '/settings/desks',
  '/settings/desks/new/webim',
  '/settings/operators',
  '/parts',
];

describe('Every page', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let conversation = '';
  const complaints: string[] = [];

  const open = async (path: string) => {
    await page.goto(path === 'conversation' ? conversation : path);
    await page.getByRole('heading').first().waitFor();
    await expect.poll(() => page.locator('.mantine-Skeleton-root').count(), { timeout: 10_000 }).toBeLessThanOrEqual(3); // /parts shows three
  };

  beforeAll(async () => {
    browser = await openBrowser();
    context = await openConsole(browser, { reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => {
      if (line.text().includes('Content Security Policy')) {
        complaints.push(line.text());
      }
    });
    const { items } = await call<{ items: { id: string }[] }>('conversations?limit=1');
    conversation = `/conversations/${items[0]!.id}`;
  });

  afterAll(() => browser?.close());

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    beforeAll(() => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }));

    it.each(pages)('%s has no barrier a program can find', async (path) => {
      await open(path);

      expect(await findBarriers(page)).toEqual([]);
    });
  });

  it.each(pages)('%s has one main part, one first heading and a name of its own', async (path) => {
    await open(path);

    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.title()).toMatch(/^.+ · Rozmova$/);
  });

  it.each(pages)('%s fits the narrowest phone', async (path) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(path);

    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('ran without an error of its own', () => {
    expect(complaints).toEqual([]);
  });
});
