import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser } from './browser';
import { call, openConsole } from './console';
import { signIn } from './signIn';

type Desk = { id: string; kind: string; name: string; settings: { baseUrl: string } };

describe('The desks', () => {
  const stamp = Date.now().toString(36);
  const complaints: string[] = [];
  let browser: Browser;
  let page: Page;
  let telegram: Desk;
  let webim: Desk;

  const desksOfDemo = async () => (await call<{ items: Desk[] }>('desks')).items;
  const desk = (name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name });
  const state = () => page.getByRole('main').getByRole('status');
  const title = (name: string) => page.getByRole('heading', { level: 1, name });

  beforeAll(async () => {
    browser = await openBrowser();
    page = await (await openConsole(browser, { reducedMotion: 'reduce' })).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    const known = await desksOfDemo();
    telegram = known.find(({ kind }) => kind === 'telegram')!;
    webim = known.find(({ kind }) => kind === 'webim')!;
  });

  afterAll(() => browser?.close());

  it('of the demo are listed with how they stand and what they serve', async () => {
    await page.goto('/settings/desks');

    await desk(telegram.name).getByText('Connected').waitFor();
    await desk(telegram.name).getByText('Serves all channels').waitFor();
    await desk(webim.name).getByText('Connected').waitFor();
    await desk(webim.name).getByText('Serves').waitFor();
  });

  it('say at its field what can be no token', async () => {
    await page.getByRole('link', { name: 'Add a desk' }).click();
    await page.getByRole('link', { name: 'Telegram group' }).click();
    await page.getByLabel('Token').fill('not a token');
    await page.getByRole('button', { name: 'Connect' }).click();

    await expect.poll(() => page.getByLabel('Token').getAttribute('aria-invalid'), { timeout: 15_000 }).toBe('true');
  });

  it('are added with a token Telegram refuses, and tell why and what to do', async () => {
    await page.getByLabel('Name of the desk').fill(`Night ${stamp}`);
    await page.getByLabel('Token').fill(`7000000099:refused-${stamp}-by-the-simulated-telegram`);
    await page.getByText('More settings').click();
    await page.getByLabel('Address of the platform’s API').fill(telegram.settings.baseUrl);
    await page.getByRole('button', { name: 'Connect' }).click();
    await title(`Night ${stamp}`).waitFor();

    await state().getByText('Not working').waitFor();
    await state().getByText('get a new one from @BotFather').waitFor();
  });

  it('take another name, which the list shows', async () => {
    await page.getByLabel('Name of the desk').fill(`Late ${stamp}`);
    await page.getByRole('button', { name: 'Save' }).last().click();
    await title(`Late ${stamp}`).waitFor();
    await page.getByRole('link', { name: 'Desks' }).first().click();

    await desk(`Late ${stamp}`).getByText('Not working').waitFor();
  });

  it('are switched off, on and deleted by the keyboard alone', async () => {
    await desk(`Late ${stamp}`).getByRole('link').focus();
    await page.keyboard.press('Enter');
    await title(`Late ${stamp}`).waitFor();
    await tabTo('Switch off');
    await page.keyboard.press('Enter');
    await state().getByText('Switched off').waitFor();
    await expect.poll(focused).toBe('Switch on'); // a press that takes its time keeps the place
    await page.keyboard.press('Enter');
    await state().getByText('Not working').waitFor();
    await tabTo('Delete');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('The conversations stay here.').waitFor();
    await expect.poll(focused).toBe('Cancel'); // what cannot be taken back is not under the next press
    await tabTo('Delete');
    await page.keyboard.press('Enter');

    await title('Desks').waitFor();
    await desk(`Late ${stamp}`).waitFor({ state: 'detached' });
    expect((await desksOfDemo()).map(({ id }) => id)).toEqual([telegram.id, webim.id]);
  });

  it('open to say where they announce, and where they are called', async () => {
    await page.goto('/settings/desks');
    await desk(telegram.name).getByRole('link').click();
    await page.getByText('New messages are announced in').waitFor();
    await page.goto(`/settings/desks/${webim.id}`);
    await page.getByRole('button', { name: 'Copy Callback address' }).waitFor();

    // Labels are compared whole: the fold has a field for where the access token goes.
    expect(await page.getByLabel('Access token', { exact: true }).count()).toBe(1);
    expect(await page.getByLabel('Access token', { exact: true }).inputValue()).toBe('');
  });

  it('know an operator in Telegram by a link of their own making', async () => {
    const email = `tied-${stamp}@example.com`;
    const { id } = await call<{ id: string }>('operators', { name: `Tied ${stamp}`, email, role: 'operator', password: 'tied to telegram' });
    const her = await signIn(browser, email, 'tied to telegram');
    await her.goto('/settings/profile');
    await her.getByRole('button', { name: 'Tie my Telegram' }).click();
    await her.getByRole('img', { name: 'QR code that opens the bot in Telegram' }).waitFor();
    expect(await her.getByRole('link', { name: 'Open Telegram' }).getAttribute('href')).toMatch(/^https:\/\/t\.me\/\w+\?start=/);
    expect(await findBarriers(her)).toEqual([]);
    await call(`operators/${id}`, { telegramUserId: Date.now() }, 'PATCH'); // as opening the link does

    await her.getByText('Your Telegram is tied.').waitFor();
    await her.getByRole('img', { name: 'QR code that opens the bot in Telegram' }).waitFor({ state: 'detached' });
    await her.context().close();
  });

  it.each(['light', 'dark'] as const)('have no barrier a program can find in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const path of pages()) {
      await page.goto(path);
      await page.getByRole('button').first().waitFor();
      await page.getByRole('heading', { level: 1 }).waitFor();

      expect(await findBarriers(page), path).toEqual([]);
    }
  });

  it('fit a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of pages()) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();

      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBe(0);
    }
  });

  it('ran without an error of their own', () => {
    expect(complaints).toEqual([]);
  });

  const pages = () => [
    '/settings/desks',
    '/settings/desks/new',
    '/settings/desks/new/telegram',
    '/settings/desks/new/webim',
    `/settings/desks/${telegram.id}`,
    `/settings/desks/${webim.id}`,
  ];

  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

  /** Goes on with Tab until the control of this name has the focus. */
  async function tabTo(name: string) {
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab');
        return focused();
      }, { interval: 10 })
      .toBe(name);
  }
});
