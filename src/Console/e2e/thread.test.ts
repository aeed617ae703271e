import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser, required } from './browser';
import { call, Customers, type Entry } from './customers';

const stamp = Date.now().toString(36);

const hostile = {
  markup: `<img src=x onerror="document.title='broken'"><script>document.title='broken'</script> ${stamp}`,
  override: `\u202Etxet dekcart ${stamp}`,
  long: `${'Слово '.repeat(10_000)}${stamp}`,
  word: `https://shop.example/${'x'.repeat(4_000)}`,
  emoji: '😀👩‍👩‍👧🇺🇦'.repeat(300),
  marks: `z${'\u0300\u0301\u0302\u0330\u0331'.repeat(60)} ${stamp}`,
};

const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `Line ${from + index}.`);

/** One pixel, of this colour. */
const picture = (colour: string) =>
  Buffer.from(`R0lGODlhAQABAIAAA${colour}AAACwAAAAAAQABAAACAkQBADs=`, 'base64');

describe('A thread', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let customers: Customers;
  const complaints: string[] = [];
  const log = () => page.getByRole('log');
  const scroller = () => page.locator('[role=group]:has(> [role=log])');
  const open = (conversation: string, message?: string) =>
    page.goto(`/conversations/${conversation}${message ? `?message=${message}` : ''}`);
  /** Answers as the operator who is signed in. */
  const answerIn = (conversation: string, text: string) =>
    page.evaluate(async ([id, words]) => {
      const body = JSON.stringify({ content: { type: 'text', text: words } });
      const answer = await fetch(`/api/v1/conversations/${id}/messages`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      return (await answer.json()) as { id: string };
    }, [conversation, text]);
  const isInSight = (place: Locator) =>
    expect.poll(() => place.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const box = element.closest('[role=log]')!.parentElement!.getBoundingClientRect();
      return top < box.bottom && bottom > box.top;
    })).toBe(true);

  beforeAll(async () => {
    customers = await Customers.connect(`Threads ${stamp}`);
    browser = await openBrowser();
    context = await browser.newContext({ baseURL: required('ROZMOVA_URL'), locale: 'en-GB', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto('/');
    await page.getByLabel('Email').fill(required('ROZMOVA_EMAIL'));
    await page.locator('[name=password]').fill(required('ROZMOVA_PASSWORD'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  });

  afterAll(() => browser?.close());

  it('shows hostile texts as the texts they are, and keeps its layout', async () => {
    const person = `Hostile ${stamp}`;
    await customers.write(person, ...Object.values(hostile));
    await open(await customers.conversationOf(person, 6));

    await log().getByText(hostile.markup).waitFor();
    await log().getByText('RLO', { exact: true }).waitFor();
    expect(await page.title()).not.toContain('broken');
    for (const width of [1440, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      expect(await scroller().evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('folds what is too long to stand open, and unfolds it', async () => {
    const message = log().getByRole('article').filter({ hasText: 'Слово Слово' });
    await message.getByRole('button', { name: /Show all of it \(60,0\d\d characters\)/ }).click();

    await message.getByText(stamp).waitFor();
    await message.getByRole('button', { name: 'Show less' }).click();
    expect((await message.innerText()).length).toBeLessThan(2_000);
  });

  it('links addresses safely and nothing else', async () => {
    const link = log().getByRole('link', { name: /shop\.example/ });

    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await log().getByRole('link').count()).toBe(1);
  });

  it('says when a message did not get through, and sends it again when asked', async () => {
    const person = `Unlucky ${stamp}`;
    await customers.write(person, 'Are you there?');
    const conversation = await customers.conversationOf(person, 1);
    await open(conversation);
    const { id } = await answerIn(conversation, 'We are');

    const answer = log().getByRole('article').filter({ hasText: 'We are' });
    await answer.getByText('Not delivered').waitFor();
    const retried = page.waitForResponse((response) => response.url().endsWith(`/messages/${id}/retry`));
    await answer.getByRole('button', { name: 'Send again' }).click();

    expect((await retried).status()).toBe(202);
    await answer.getByText('Not delivered').waitFor();
  });

  it('changes and deletes a message of ours, by the keyboard alone', async () => {
    const answer = log().getByRole('article').filter({ hasText: /We are|We will be/ });
    await scroller().focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => answer.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Edit' }).press('Enter');
    await page.getByRole('textbox', { name: 'New text of the message' }).fill('We will be');
    await page.keyboard.press('Enter');
    await answer.filter({ hasText: 'We will be' }).getByText(/^edited/).waitFor();

    await scroller().focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Delete for everybody?' }).press('Enter');
    await log().getByText('Deleted', { exact: true }).waitFor();
    expect(await log().getByText('We will be').count()).toBe(0);
  });

  it('shows pictures large and leafs through them by keys', async () => {
    const person = `Pictures ${stamp}`;
    await customers.write(person, 'Show me the vases');
    const conversation = await customers.conversationOf(person, 1);
    for (const [index, colour] of ['P///w', 'P8AAA'].entries()) {
      const form = new FormData();
      form.append('file', new Blob([picture(colour)], { type: 'image/gif' }), `vase-${index}.gif`);
      const { id } = await call<{ id: string }>('media', form);
      await call(`conversations/${conversation}/messages`, { content: { type: 'image', mediaId: id }, note: true });
    }
    await open(conversation);

    const photos = log().getByRole('button', { name: /Open the photo/ });
    await photos.nth(1).waitFor();
    await photos.first().focus();
    await page.keyboard.press('Enter');
    const viewer = page.getByRole('dialog', { name: 'Photo' });
    await viewer.getByText('1 / 2').waitFor();
    await page.keyboard.press('ArrowRight');
    await viewer.getByText('2 / 2').waitFor();
    await page.keyboard.press('Equal');
    await expect.poll(() => viewer.locator('img').evaluate((image) => image.style.transform)).toContain('scale(1.4)');

    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'hidden' });
    await expect.poll(() => photos.first().evaluate((photo) => photo === document.activeElement)).toBe(true);
  });

  it('opens where reading stopped, and at the message an address names', async () => {
    const person = `Reader ${stamp}`;
    await customers.write(person, ...numbered(1, 60));
    const conversation = await customers.conversationOf(person, 60);
    await call(`conversations/${conversation}/read`, {});
    await customers.write(person, ...numbered(61, 90));
    await customers.conversationOf(person, 90);

    await open(conversation);
    await isInSight(log().getByText('New messages', { exact: true }));
    await isInSight(log().getByText('Line 61.'));

    const { items } = await call<{ items: Entry[] }>(`conversations/${conversation}/messages?limit=200`);
    const fifth = items.find(({ content }) => content.text === 'Line 5.')!;
    await open(conversation, fifth.id);
    await isInSight(log().getByText('Line 5.'));
    expect(page.url()).not.toContain('message=');
    await page.getByRole('button', { name: 'To the newest message' }).click();
    await isInSight(log().getByText('Line 90.'));
  });

  it('keeps the place being read while messages come, and counts them', async () => {
    const read = await scroller().evaluate(async (element) => {
      element.scrollBy(0, -1500);
      const midway = () => {
        const middle = element.getBoundingClientRect().top + element.clientHeight / 2;
        const article = [...element.querySelectorAll('article')].find((row) => row.getBoundingClientRect().bottom > middle)!;
        return { id: article.dataset.message!, y: article.getBoundingClientRect().y };
      };
      for (let still = 0, last = midway(); still < 10; ) {
        await new Promise(requestAnimationFrame);
        const now = midway();
        still = now.id === last.id && now.y === last.y ? still + 1 : 0;
        last = now;
      }
      return midway();
    });

    await customers.write(`Reader ${stamp}`, 'Line 91.', 'Line 92.');

    await page.getByRole('button', { name: '2 new messages below' }).waitFor();
    const after = (await log().locator(`article[data-message="${read.id}"]`).boundingBox())!.y;
    expect(Math.abs(after - read.y)).toBeLessThan(1);
    await page.getByRole('button', { name: '2 new messages below' }).click();
    await isInSight(log().getByText('Line 92.'));

    await customers.write(`Reader ${stamp}`, 'Line 93.');
    await isInSight(log().getByText('Line 93.'));
  });

  it.each(['light', 'dark'] as const)('has no barrier a program can find in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

    expect(await findBarriers(page)).toEqual([]);
  });

  it('ran without an error of its own', () => {
    expect(complaints).toEqual([]);
  });
});
