import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser, required } from './browser';

const stamp = Date.now().toString(36);

/** A picture of one point. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Calls the API as the admin of the demo's key. */
async function call<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(new URL(`/api/v1/${path}`, required('ROZMOVA_URL')), {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${required('ROZMOVA_API_KEY')}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}.`);
  }
  return (await answer.json()) as T;
}

/** A conversation of a messenger that nobody holds. */
async function freeConversation(platform: string): Promise<{ id: string; contact: { name: string } }> {
  const { items } = await call<{ items: { id: string; contact: { name: string } }[] }>(`conversations?platform=${platform}&limit=1`);
  await call(`conversations/${items[0]!.id}/release`, {});
  return items[0]!;
}

describe('The composer', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let conversation: { id: string; contact: { name: string } };
  const complaints: string[] = [];
  const thread = (on = page) => on.getByRole('log');
  const composer = (on = page) => on.getByRole('region', { name: 'Write' });
  const field = (on = page) => composer(on).locator('textarea:not([aria-hidden])').first();
  const send = () => composer().getByRole('button', { name: 'Send', exact: true });
  const isSaved = () =>
    page.waitForResponse((answer) => answer.url().endsWith('/draft') && answer.request().method() === 'PUT' && answer.ok());

  async function signIn(): Promise<[BrowserContext, Page]> {
    const opened = await browser.newContext({ baseURL: required('ROZMOVA_URL'), locale: 'en-GB' });
    const entered = await opened.newPage();
    entered.on('pageerror', (error) => complaints.push(error.message));
    await entered.goto('/sign-in');
    await entered.getByLabel('Email').fill(required('ROZMOVA_EMAIL'));
    await entered.locator('[name=password]').fill(required('ROZMOVA_PASSWORD'));
    await entered.getByRole('button', { name: 'Sign in' }).click();
    await entered.waitForURL((url) => !url.pathname.includes('sign-in'));
    return [opened, entered];
  }

  beforeAll(async () => {
    browser = await openBrowser();
    conversation = await freeConversation('telegram');
    [context, page] = await signIn();
    await page.goto(`/conversations/${conversation.id}`);
    await field().waitFor();
  });

  afterAll(() => browser?.close());

  it('keeps a draft over a reload and in another browser', async () => {
    const saved = isSaved();
    await field().fill(`Half a thought ${stamp}`);
    await saved;
    await page.reload();
    await expect.poll(() => field().inputValue()).toBe(`Half a thought ${stamp}`);

    const [elsewhere, other] = await signIn();
    await other.goto(`/conversations/${conversation.id}`);
    await expect.poll(() => field(other).inputValue(), { timeout: 10_000 }).toBe(`Half a thought ${stamp}`);
    await elsewhere.close();
    await field().fill('');
  });

  it('puts in a canned reply by / with its places filled', async () => {
    await call('canned-replies', { shortcut: `hours-${stamp}`, title: 'Opening hours', text: 'Hello {{contact.name}}, we are open until nine.' });
    await field().pressSequentially(`/hours-${stamp}`);
    await page.getByRole('option', { name: /Opening hours/ }).waitFor();
    await field().press('Enter');

    await expect.poll(() => field().inputValue()).toBe(`Hello ${conversation.contact.name}, we are open until nine.`);
    await field().fill('');
  });

  it('shows a pasted picture, how far its upload is, and sends it', async () => {
    await page.route('**/api/v1/media', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400)); // a slow line
      await route.continue();
    });
    await field().evaluate((box, base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'bouquet.png', { type: 'image/png' }));
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, picture);
    await composer().getByRole('progressbar', { name: 'Uploading' }).waitFor();
    await composer().getByRole('button', { name: 'Remove bouquet.png' }).waitFor();
    await composer().getByRole('progressbar').waitFor({ state: 'hidden' });
    await page.unroute('**/api/v1/media');

    await field().fill(`As you asked ${stamp}`);
    await send().click();

    await thread().getByText(`As you asked ${stamp}`).waitFor();
    await composer().getByRole('button', { name: 'Remove bouquet.png' }).waitFor({ state: 'hidden' });
  });

  it('keeps a reply for later, and sends it now when asked', async () => {
    await field().fill(`Your order is ready ${stamp}`);
    await composer().getByRole('button', { name: 'Send later' }).click();
    await page.getByRole('menuitem', { name: /Tomorrow morning/ }).click();

    const waiting = page.getByRole('list', { name: 'Waits to be sent' }).getByRole('listitem').filter({ hasText: stamp });
    await waiting.getByText('Goes out', { exact: false }).waitFor();
    expect(await field().inputValue()).toBe('');
    await waiting.getByRole('button', { name: 'Send now' }).click();

    await thread().getByText(`Your order is ready ${stamp}`).waitFor();
    await waiting.waitFor({ state: 'hidden' });
  });

  it('keeps what was refused because the customer wrote, and lets the writer decide', async () => {
    await page.route('**/messages', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 409,
            contentType: 'application/problem+json',
            body: JSON.stringify({ code: 'unseen-messages', detail: 'There are newer messages.', messageIds: ['m'] }),
          })
        : route.continue(),
    );
    await field().fill(`Too late ${stamp}`);
    await field().press('Enter');
    await thread().getByText('1 message came while you were writing. This was not sent.').waitFor();
    await page.unroute('**/messages');

    await thread().getByRole('button', { name: 'Send anyway' }).click();

    await thread().getByText('came while you were writing', { exact: false }).waitFor({ state: 'hidden' });
    await thread().getByRole('article').filter({ hasText: `Too late ${stamp}` }).getByText(/^(Sent|Delivered|Read)$/).waitFor();
  });

  it.each(['light', 'dark'] as const)('has no barrier a program can find in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await composer().getByRole('button', { name: 'Emoji' }).click();
    await page.getByRole('button', { name: 'grinning' }).waitFor();

    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('offers a template once the time for answering is over, and sends it filled', async () => {
    const closed = await freeConversation('whatsapp');
    const closing = (body: string) => body.replace(/"windowClosesAt":"[^"]*"/g, '"windowClosesAt":"2026-01-01T10:00:00Z"');
    await page.route('**/api/v1/conversations**', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: closing(await answer.text()) });
    });
    await page.routeWebSocket(/\/communications\/ws\//, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((frame) => socket.send(closing(String(frame))));
    });
    await page.goto(`/conversations/${closed.id}`);
    await composer().getByText('stopped taking answers', { exact: false }).waitFor();
    await composer().getByRole('button', { name: 'Choose a template' }).click();
    await page.getByRole('button', { name: /question answered/ }).click();
    await page.getByLabel('Place 1').fill(`friend ${stamp}`);
    await page.getByRole('figure').getByText(`friend ${stamp}`).waitFor();
    await page.getByRole('button', { name: 'Send the template' }).click();
    await thread().getByRole('button', { name: 'Send now' }).click();

    await expect
      .poll(async () => {
        const { items } = await call<{ items: { status: string; content: { type: string; parameters?: string[] } }[] }>(
          `conversations/${closed.id}/messages`,
        );
        return items.find(({ content }) => content.parameters?.[0] === `friend ${stamp}`)?.status;
      })
      .toMatch(/sent|delivered|read/);
  });

  it('ran without an error of its own', async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
});
