import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser } from './browser';
import { call, conversationsOf, openShop, type Shop } from './customShop';
import { signIn } from './signIn';

type Entry = { direction: string; content: { text?: string } };

describe('An operator with a keyboard', () => {
  const people = Array.from({ length: 10 }, (_, index) => `Customer ${index + 1}`);
  const complaints: string[] = [];
  let browser: Browser;
  let page: Page;
  let shop: Shop;
  let presses = 0;
  let keys = 0;

  /** Presses keys together and counts them: the press, and every key of it. */
  const press = async (combination: string) => {
    presses++;
    keys += combination.split('+').length;
    await page.keyboard.press(combination);
  };
  const composer = () => page.getByRole('region', { name: 'Write' }).getByRole('textbox');
  const whom = () => page.locator('main h2').first();

  beforeAll(async () => {
    browser = await openBrowser();
    shop = await openShop(`Keyboard ${Date.now().toString(36)}`);
    for (const person of people) {
      await shop.tell(person, `${person} has a question`);
    }
    await conversationsOf(shop, people.length);
    page = await signIn(browser);
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`/conversations?channelId=${shop.channelId}`);
    await page.getByRole('link', { name: /Customer 1\b/ }).waitFor();
  });

  afterAll(() => browser?.close());

  it('answers ten who wait with at most forty presses beyond the texts', async () => {
    const answered: string[] = [];
    await press('j');
    await whom().waitFor();
    await press('r');
    for (let turn = 0; turn < people.length; turn++) {
      const person = await whom().innerText();
      await expect.poll(() => composer().evaluate((box) => box === document.activeElement)).toBe(true);
      await page.keyboard.type(`Dear ${person}, yes.`);
      await press('Enter');
      await press('Alt+e');
      answered.push(person);
      if (turn < people.length - 1) {
        await expect.poll(() => whom().innerText()).not.toBe(person);
      }
    }

    expect(answered.toSorted()).toEqual(people.toSorted());
    expect(presses).toBeLessThanOrEqual(40);
    expect(keys).toBeLessThanOrEqual(40);
    await expect.poll(async () => (await conversationsOf(shop, 10)).map(({ status }) => status)).toEqual(people.map(() => 'closed'));
    for (const { id, contact } of await conversationsOf(shop, people.length)) {
      const repliesTo = async () => {
        const { items } = await call<{ items: Entry[] }>(`conversations/${id}/messages`);
        return items.filter(({ direction }) => direction === 'outbound').map(({ content }) => content.text);
      };
      // What cannot be recalled leaves when the time for Undo is over.
      await expect.poll(repliesTo, { timeout: 15_000 }).toEqual([`Dear ${contact.name}, yes.`]);
    }
    console.log(`Ten conversations answered and closed with ${presses} presses (${keys} keys) beyond the texts.`);
  }, 60_000);

  it('finds every action by a few letters, in either language and layout', async () => {
    await page.goto('/conversations?view=closed');
    await page.getByRole('link', { name: /Customer/ }).first().waitFor();
    await page.keyboard.press('j');
    await composer().waitFor();
    for (const words of ['snooze', 'відкласти', 'ітщщяу']) {
      await page.keyboard.press('Control+k');
      const field = page.getByRole('combobox', { name: 'What do you want to do, or find?' });
      await field.fill(words);
      await page.getByRole('option', { name: 'Snooze' }).waitFor();
      await page.keyboard.press('Escape');
      await field.waitFor({ state: 'hidden' });
    }
  });

  it('opens a person by their name', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'What do you want to do, or find?' }).fill('Customer 7');
    await page.getByRole('option', { name: /Customer 7/ }).first().waitFor();
    await page.keyboard.press('Enter');

    await expect.poll(() => whom().innerText()).toBe('Customer 7');
  });

  it('puts a label on, and puts the conversation away', async () => {
    await page.keyboard.press('l');
    await page.getByRole('combobox', { name: 'Find or add a label' }).waitFor();
    await page.keyboard.type('urgent');
    await page.keyboard.press('Enter');
    await page.locator('main header').getByText('urgent').waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('s');
    await page.getByRole('combobox', { name: 'Snooze until' }).waitFor();
    await page.keyboard.type('tomorrow');
    await page.keyboard.press('Enter');
    await page.locator('main header').getByText(/Snoozed until/).waitFor();
  });

  it('sees what the keyboard does here, and can switch single keys off', async () => {
    await page.keyboard.press('Shift+Slash');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await help.getByText('Close and open the next that waits').waitFor();
    expect(await findBarriers(page, '[role=dialog][aria-modal]')).toEqual([]);
    await help.getByRole('switch', { name: 'Keys pressed alone' }).press('Space');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });

    await page.keyboard.press('Shift+Slash');
    await page.keyboard.press('Control+Slash'); // with Ctrl it still works
    await help.getByRole('switch', { name: 'Keys pressed alone' }).press('Space');
    await page.keyboard.press('Escape');
  });

  it('ran without an error of its own', () => {
    expect(complaints).toEqual([]);
  });
});
