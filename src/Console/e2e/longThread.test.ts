import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, required } from './browser';
import { call, Customers } from './customers';

const stamp = Date.now().toString(36);
const rounds = 5;

describe('A conversation of 5,000 messages', () => {
  let browser: Browser;
  let page: Page;
  let long = '';
  let short = '';

  beforeAll(async () => {
    const customers = await Customers.connect(`Long threads ${stamp}`);
    await customers.writeMuch(`Short ${stamp}`, texts(50));
    await customers.writeMuch(`Long ${stamp}`, texts(5000));
    short = await customers.conversationOf(`Short ${stamp}`, 50);
    long = await customers.conversationOf(`Long ${stamp}`, 5000);
    await Promise.all([short, long].map((id) => call(`conversations/${id}/read`, {})));

    browser = await openBrowser();
    const context = await browser.newContext({ baseURL: required('ROZMOVA_URL'), locale: 'en-GB', reducedMotion: 'reduce' });
    page = await context.newPage();
    await page.goto('/');
    await page.getByLabel('Email').fill(required('ROZMOVA_EMAIL'));
    await page.locator('[name=password]').fill(required('ROZMOVA_PASSWORD'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  }, 120_000);

  afterAll(() => browser?.close());

  it('is drawn as fast as one of 50', async () => {
    const times: Record<string, number[]> = { [short]: [], [long]: [] };
    for (let round = 0; round < rounds; round++) {
      for (const id of round % 2 === 0 ? [short, long] : [long, short]) {
        times[id]!.push(await timeToOpen(id));
      }
    }

    const ratio = median(times[long]!) / median(times[short]!);
    console.log(`5,000 messages: ${median(times[long]!).toFixed(0)} ms, 50: ${median(times[short]!).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`);
    expect(ratio).toBeLessThan(1.5);
  }, 90_000);

  it('keeps the place, and stays as small as it was, while it is read back', async () => {
    const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
    const before = await nodes();
    for (let turn = 0; turn < 8; turn++) {
      expect(Math.abs(await shiftWhileReadingOn())).toBeLessThan(2);
    }

    expect(await nodes()).toBeLessThan(before * 1.5);
  }, 60_000);

  /** Scrolls up until older messages come, and says by how much that moved the message being read. */
  function shiftWhileReadingOn(): Promise<number> {
    return page.evaluate(async () => {
      const scroller = document.querySelector('[role=log]')!.parentElement!;
      const frame = () => new Promise(requestAnimationFrame);
      const articles = () => [...scroller.querySelectorAll<HTMLElement>('article')];
      const height = scroller.scrollHeight;
      scroller.scrollTo(0, 1000);
      await frame();
      await frame();
      const middle = scroller.getBoundingClientRect().top + scroller.clientHeight / 2;
      const read = articles().find((article) => article.getBoundingClientRect().bottom > middle)!;
      let top = read.getBoundingClientRect().top;
      for (let still = 0; still < 3; ) {
        await frame();
        const now = read.getBoundingClientRect().top;
        still = now === top ? still + 1 : 0;
        top = now;
      }
      while (scroller.scrollHeight < height + 1000) {
        await frame();
      }
      await frame();
      await frame();
      const again = articles().find(({ dataset }) => dataset.message === read.dataset.message)!;
      return again.getBoundingClientRect().top - top;
    });
  }

  /** From the click to the newest message on the screen, each time from the server. */
  async function timeToOpen(id: string): Promise<number> {
    await page.goto('/conversations');
    await page.locator(`a[href*="${id}"]`).first().waitFor();
    return page.evaluate(async (conversation) => {
      const row = document.querySelector<HTMLElement>(`a[href*="${conversation}"]`)!;
      const began = performance.now();
      row.click();
      while (document.querySelectorAll('[role=log] article').length < 5) {
        await new Promise(requestAnimationFrame);
      }
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      return performance.now() - began;
    }, id);
  }
});

const texts = (count: number) =>
  Array.from({ length: count }, (_, index) => `Message ${index + 1}. ${'Чи є в наявності ваза з глини? '.repeat(index % 6)}`);

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
