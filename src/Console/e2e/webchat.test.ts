import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser, required } from './browser';

type Item = { id: string; lastMessage: { content: { text?: string } } };

/** Calls the API as the operator at the other end. */
async function call<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(new URL(path, required('ROZMOVA_URL')), {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${required('ROZMOVA_API_KEY')}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}.`);
  }
  return (await answer.json()) as T;
}

describe('The chat on a web site', () => {
  const stamp = Date.now().toString(36);
  const complaints: string[] = [];
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let conversation = '';
  let line: WebSocketRoute | null = null;
  let cut = false;
  const panel = () => page.getByRole('dialog', { name: 'Півонія' });
  const log = () => panel().getByRole('log');
  const write = () => panel().getByRole('textbox', { name: 'Write a message' });
  const answer = (text: string) => call(`/api/v1/conversations/${conversation}/messages`, { content: { type: 'text', text } });

  beforeAll(async () => {
    browser = await openBrowser();
    context = await browser.newContext({ locale: 'en-GB' });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    // The line to the server, in the test's hand.
    await page.routeWebSocket(/\/api\/v1\/webchat\//, (socket) => {
      if (cut) {
        void socket.close();
        return;
      }
      line = socket;
      socket.connectToServer();
    });
    await page.goto(required('SHOP_SITE_URL'));
  });

  afterAll(() => browser?.close());

  it('opens, and closes, by the keyboard alone', async () => {
    const launcher = page.getByRole('button', { name: 'Open chat' });
    await launcher.focus();
    await page.keyboard.press('Enter');
    await panel().getByText('Hello! How can we help?').waitFor();
    expect(await write().evaluate((box) => (box.getRootNode() as ShadowRoot).activeElement === box)).toBe(true);

    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter'); // the focus is where it was
    await panel().waitFor();
  });

  it('brings what a visitor writes to the operator, and the answer back', async () => {
    await write().fill(`Is the shop open? ${stamp}`);
    await write().press('Enter');
    await log().getByText('Sent').waitFor();

    const { items } = await call<{ items: Item[] }>('/api/v1/conversations?platform=webchat');
    conversation = items.find(({ lastMessage }) => lastMessage.content.text?.includes(stamp))?.id ?? '';
    await answer(`Yes, until nine. ${stamp}`);

    await log().getByText(`Yes, until nine. ${stamp}`).waitFor();
    await expect.poll(() => statusOf(`Yes, until nine. ${stamp}`)).toBe('read');
    await call(`/api/v1/conversations/${conversation}/read`, {});
    await log().getByText('Seen').waitFor();
  });

  it('shows markup as the text it is', async () => {
    await answer(`<img src=x onerror="document.title='broken'"> ${stamp}`);

    await log().getByText(`<img src=x onerror="document.title='broken'"> ${stamp}`).waitFor();
    expect(await page.title()).not.toBe('broken');
  });

  it('sends a file, and shows it', async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      panel().getByRole('button', { name: 'Attach a file' }).click(),
    ]);
    await chooser.setFiles({ name: 'order.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 order') });

    await log().getByRole('link', { name: /order\.pdf/ }).waitFor();
  });

  it('counts what comes while it is closed, and keeps it all across a reload', async () => {
    await page.keyboard.press('Escape');
    await answer(`And tomorrow from eight. ${stamp}`);
    await page.getByRole('button', { name: 'Open chat, 1 unread message' }).waitFor();

    await page.reload();
    await page.getByRole('button', { name: 'Open chat, 1 unread message' }).click();

    await log().getByText(`Is the shop open? ${stamp}`).waitFor();
    await log().getByText(`And tomorrow from eight. ${stamp}`).waitFor();
  });

  it('keeps what is written without a connection, and sends it once when there is one', async () => {
    cut = true;
    await line?.close();
    await panel().getByText('No connection.', { exact: false }).waitFor();
    await write().fill(`Written in a tunnel ${stamp}`);
    await write().press('Enter');
    await log().getByText('Sending…').waitFor();

    await page.reload();
    cut = false;
    await page.getByRole('button', { name: 'Open chat' }).click();

    await expect.poll(() => countOf(`Written in a tunnel ${stamp}`), { timeout: 15_000 }).toBe(1);
    await log().getByText('Sending…').waitFor({ state: 'hidden' });
    expect(await log().getByText(`Written in a tunnel ${stamp}`).count()).toBe(1);
  });

  it.each(['light', 'dark'] as const)('has no barrier a program can find in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

    expect(await findBarriers(page)).toEqual([]);
  });

  it('takes the whole screen of a phone, and keeps the keyboard inside', async () => {
    await page.setViewportSize({ width: 390, height: 844 });

    expect(await panel().boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('rozmova-chat');
    }
  });

  it('ran without an error of its own', () => {
    expect(complaints).toEqual([]);
  });

  async function entries(): Promise<{ status: string; content: { text?: string } }[]> {
    return (await call<{ items: { status: string; content: { text?: string } }[] }>(`/api/v1/conversations/${conversation}/messages`)).items;
  }

  async function statusOf(text: string): Promise<string | undefined> {
    return (await entries()).find(({ content }) => content.text === text)?.status;
  }

  async function countOf(text: string): Promise<number> {
    return (await entries()).filter(({ content }) => content.text === text).length;
  }
});
