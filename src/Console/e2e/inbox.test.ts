import { createHmac, randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser, required } from './browser';
import { serveManyConversations } from './manyConversations';

const key = 'aW5ib3gtdGVzdHMtc2VjcmV0LTAxMjM0NTY3ODk=';

type Channel = { id: string; webhookPath: string };

describe('The inbox', () => {
  const stamp = Date.now().toString(36);
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let channel: Channel;
  const complaints: string[] = [];
  const row = (name: string) => page.getByRole('link', { name: new RegExp(`${name} ${stamp}`) });
  const names = () =>
    page
      .locator('[data-row]')
      .evaluateAll((rows) =>
        rows
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map((one) => one.textContent!.split(' ')[0]),
      );

  beforeAll(async () => {
    browser = await openBrowser();
    context = await browser.newContext({ baseURL: required('ROZMOVA_URL'), locale: 'en-GB' });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto('/');
    await page.getByLabel('Email').fill(required('ROZMOVA_EMAIL'));
    await page.locator('[name=password]').fill(required('ROZMOVA_PASSWORD'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    channel = await connect();
    for (const [name, text] of [
      ['Olena', 'Do you have peonies?'],
      ['Taras', 'Where is my order?'],
      ['Ira', 'Thank you'],
    ] as const) {
      await write(name, text);
    }
  });

  afterAll(() => browser?.close());

  it('keeps what it is narrowed to in the address', async () => {
    await page.goto('/conversations');
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Channel').selectOption(channel.id);
    await page.keyboard.press('Escape');
    await page.waitForURL((address) => address.searchParams.get('channelId') === channel.id);
    await page.getByLabel('Sort by').selectOption('waiting');
    await page.reload();
    await row('Olena').waitFor();

    expect(await names()).toEqual(['Olena', 'Taras', 'Ira']);
    await page.getByLabel('Sort by').selectOption('newest');
    await expect.poll(names).toEqual(['Ira', 'Taras', 'Olena']);
  });

  it('does not move what the mouse is on, and says how many wait', async () => {
    await row('Taras').hover();
    const before = await row('Taras').boundingBox();
    await write('Nina', 'Good morning');
    await page.getByRole('button', { name: '1 new' }).waitFor();
    await write('Olena', 'Are you there?');

    expect(await row('Taras').boundingBox()).toEqual(before);
    await page.mouse.move(900, 300);
    await expect.poll(names).toEqual(['Olena', 'Nina', 'Ira', 'Taras']);
  });

  it('is walked by keyboard, and each row says what matters', async () => {
    await row('Olena').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');

    const focused = await page.evaluate(() => document.activeElement?.firstElementChild?.textContent);
    expect(focused).toMatch(new RegExp(`^Ira ${stamp}, Custom, 1 unread, waiting \\d+ (second|minute)s?, `));
    expect(await page.locator('[data-row][tabindex="0"]').count()).toBe(1);
  });

  it('closes many at once, and takes it back', async () => {
    await page.keyboard.press('KeyX');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('2 chosen').waitFor();
    await page.getByRole('group', { name: 'Chosen conversations' }).getByRole('button', { name: 'Close' }).click();
    await page.getByText('2 closed').waitFor();
    await page.mouse.move(900, 300);
    await expect.poll(names).toEqual(['Olena', 'Nina']);

    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 as before').waitFor();
    await expect.poll(async () => (await names()).sort()).toEqual(['Ira', 'Nina', 'Olena', 'Taras']);
  });

  it('marks what a search found, leads to the message, and is as it was on the way back', async () => {
    await page.getByRole('searchbox').fill('peonies');
    const found = row('Olena');
    await found.locator('mark').waitFor();
    expect(await found.locator('mark').textContent()).toBe('peonies');

    expect(await found.getAttribute('href')).toContain('message=');
    await found.click();
    await page.getByRole('log').getByText('Do you have peonies?').waitFor();
    await page.goBack();
    expect(await page.getByRole('searchbox').inputValue()).toBe('peonies');
    await found.locator('mark').waitFor();
    await page.getByRole('button', { name: 'Clear the search' }).click();
  });

  it.each(['light', 'dark'] as const)('has no barrier a program can find in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

    expect(await findBarriers(page)).toEqual([]);
  });

  it('scrolls through ten thousand conversations with few of them drawn', async () => {
    const many = await context.newPage();
    await serveManyConversations(many, 10_000);
    await many.goto('/conversations');
    await many.locator('[data-row]').first().waitFor();

    const { reached, drawn, frames, dropped } = await scrollToEnd(many);
    console.log(`10,000 conversations: ${frames} frames, ${dropped} dropped, at most ${drawn} rows drawn`);
    expect(reached).toBe(10_000);
    expect(drawn).toBeLessThan(60);
    // What it takes on a busy machine without a graphics card; a list that draws everything drops nearly all.
    expect(dropped / frames).toBeLessThan(0.5);
    await many.close();
  });

  it('fits a phone', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto('/conversations');
      await page.locator('[data-row]').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
  });

  it('ran without an error of its own', () => {
    expect(complaints).toEqual([]);
  });

  async function connect(): Promise<Channel> {
    // From the page itself: a session is good for its own pages alone.
    return page.evaluate(async (settings) => {
      const answer = await fetch('/api/v1/channels', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(settings),
      });
      return (await answer.json()) as Channel;
    }, { platform: 'custom', name: `Inbox ${stamp}`, settings: { secret: `whsec_${key}` } });
  }

  /** A customer of the channel writes, signed as its owner's system would. */
  async function write(name: string, text: string) {
    const id = randomUUID();
    const time = String(Math.floor(Date.now() / 1000));
    const person = `${name} ${stamp}`;
    const body = JSON.stringify({ id, from: { id: person, name: person }, content: { type: 'text', text }, sentAt: new Date().toISOString() });
    const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(`${id}.${time}.${body}`).digest('base64');
    const answer = await fetch(new URL(channel.webhookPath, required('ROZMOVA_URL')), {
      method: 'POST',
      body,
      headers: { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${signature}` },
    });
    expect(answer.status).toBe(200);
  }
});

/**
 * Scrolls for some seconds as a quick hand does, 240 px a frame; a frame later than two intervals of 60 Hz counts as dropped. Then
 * leaps to the end.
 */
const scrollToEnd = (page: Page) =>
  page.evaluate(async () => {
    const list = document.querySelector('[data-row]')!.closest('ul')!;
    const scroller = list.parentElement!;
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const deltas: number[] = [];
    let drawn = 0;
    let last = await frame();
    for (let count = 0; count < 300; count++) {
      scroller.scrollTop += 240;
      const now = await frame();
      deltas.push(now - last);
      last = now;
      drawn = Math.max(drawn, list.childElementCount);
    }
    const end = performance.now() + 15_000;
    const reached = () => Math.max(...[...list.children].map((item) => Number(item.getAttribute('aria-posinset'))));
    while (reached() < 10_000 && performance.now() < end) {
      scroller.scrollTop = scroller.scrollHeight;
      await frame();
      drawn = Math.max(drawn, list.childElementCount);
    }
    return { reached: reached(), drawn, frames: deltas.length, dropped: deltas.filter((delta) => delta > 33.4).length };
  });
