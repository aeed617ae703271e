import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, required } from './browser';
import { call, openConsole } from './console';

type Waiting = { unassigned: number; longest: { id: string; claim: object | null; contact: { name: string } }[] };

/** Who has waited longest of those nobody holds. */
const nextFree = async () => (await call<Waiting>('stats/waiting')).longest.find(({ claim }) => !claim)!;

/** Moves that the page made by itself, by the browser's own measure. */
const shift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            sum += entry.hadRecentInput ? 0 : entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );

describe('The home page', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    context = await openConsole(browser);
    page = await context.newPage();
    await page.goto('/');
    await page.getByRole('heading', { name: 'Today' }).waitFor();
  });

  afterAll(() => browser?.close());

  it('says what waits, and leads there', async () => {
    const waiting = await call<Waiting>('stats/waiting');
    const longest = waiting.longest[0]!;

    await page.getByRole('link', { name: `Nobody’s yet ${waiting.unassigned}`, exact: false }).waitFor();
    await page.getByRole('region', { name: 'Waiting longest' }).getByText(longest.contact.name).first().click();

    await page.waitForURL(`**/conversations/${longest.id}`);
    await page.getByRole('log').waitFor();
  });

  it('leads to a simulated customer, where there are some', async () => {
    const phone = page.getByRole('link', { name: 'Try with a simulated customer' });

    await page.goto('/');
    expect(await phone.getAttribute('href')).toBe(required('TELEGRAM_SIMULATOR_URL'));
  });

  it('counts a new message by itself', async () => {
    await page.goto('/');
    const inbound = page.locator('dt', { hasText: 'From customers' }).locator('xpath=following-sibling::dd');
    const count = async () => Number((await inbound.textContent())!.replace(/\D/g, '')); // above a thousand they are grouped
    await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(0);
    const before = await count();
    const phone = await context.newPage();
    await phone.goto(required('TELEGRAM_SIMULATOR_URL'), { waitUntil: 'commit' });
    const write = phone.frameLocator('iframe[src$="/composer"]').getByLabel('Message');
    await write.fill('One more question');
    await write.press('Enter');

    await expect.poll(count, { timeout: 15_000 }).toBe(before + 1);
    await phone.close();
  });

  it('shows the chart as a table to whoever wants numbers', async () => {
    await page.getByRole('img', { name: /Messages by hour/ }).waitFor();
    await page.getByRole('button', { name: 'As a table' }).click();

    expect(await page.getByRole('region', { name: 'Messages by hour' }).getByRole('row').count()).toBeGreaterThanOrEqual(24);
  });

  it('does not move while it loads', async () => {
    await page.reload();
    await page.getByRole('img', { name: /Messages by hour/ }).waitFor();

    expect(await shift(page)).toBeLessThan(0.02);
  });

  it('is walked by keyboard: past the navigation, and from part to part', async () => {
    const inside = (selector: string) => page.evaluate((part) => document.activeElement?.closest(part) !== null, selector);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await inside('main')).toBe(true);

    await page.keyboard.press('F6');
    expect(await inside('nav')).toBe(true);
    await page.keyboard.press('Shift+F6');
    expect(await inside('main')).toBe(true);
  });

  it('leads to another page with the focus on its heading', async () => {
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();

    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Inbox');
    expect(await page.title()).toMatch(/^(\(\d+\) )?Inbox · Rozmova$/);
  });

  it('says so in the middle of everything when the connection is gone, and moves nothing', async () => {
    let line: WebSocketRoute | undefined;
    let isCut = false;
    await page.routeWebSocket(/\/communications\/ws\//, (socket) => {
      if (isCut) {
        void socket.close();
      } else {
        line = socket;
        socket.connectToServer();
      }
    });
    await page.goto('/');
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    await expect.poll(() => line).toBeDefined();
    const place = () => page.getByRole('heading', { name: 'Today' }).boundingBox();
    const before = await place();
    isCut = true;
    await line!.close();

    await page.getByText('No connection.', { exact: false }).waitFor();
    expect(await place()).toEqual(before);
  });
});

describe('The main job', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it('is done in Ukrainian on a phone: from the home page to the answer', async () => {
    const stamp = Date.now().toString(36);
    const context = await openConsole(browser, { locale: 'uk-UA', viewport: { width: 390, height: 844 }, hasTouch: true });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('heading', { name: 'Чекають найдовше' }).waitFor();
    const targets = await page.getByRole('navigation').getByRole('link').all();
    for (const target of targets) {
      expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }

    const person = await nextFree();
    await page.getByRole('region', { name: 'Чекають найдовше' }).getByText(person.contact.name).first().tap();
    const write = page.getByRole('region', { name: 'Написати' }).getByRole('textbox');
    await write.fill(`Так, маємо. ${stamp}`);
    await page.getByRole('button', { name: 'Надіслати', exact: true }).tap();

    const answer = page.getByRole('log').getByRole('article').filter({ hasText: stamp });
    await answer.getByText(/^(Надіслано|Доставлено|Прочитано)$/).waitFor();
    await context.close();
  });
});
