import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './accessibility';
import { openBrowser } from './browser';
import { call, conversationsOf, openShop } from './customShop';
import { signIn } from './signIn';

type Colleague = { name: string; page: Page };

describe('Two operators in one conversation', () => {
  const stamp = Date.now().toString(36);
  const complaints: string[] = [];
  let browser: Browser;
  let iryna: Colleague;
  let taras: Colleague;
  let winner: Colleague;
  let loser: Colleague;
  let conversation = '';

  const hire = async (first: string): Promise<Colleague> => {
    const name = `${first} ${stamp}`;
    const [email, password] = [`${first}.${stamp}@example.com`, `a long password of ${first}`];
    await call('operators', { name, email, role: 'operator', password });
    const page = await signIn(browser, email, password);
    page.on('pageerror', (error) => complaints.push(error.message));
    return { name, page };
  };
  const head = ({ page }: Colleague) => page.locator('main header').first();
  const composer = ({ page }: Colleague) => page.getByRole('region', { name: 'Write' }).getByRole('textbox');
  const held = ({ page }: Colleague, by: Colleague) => page.getByRole('region', { name: 'Write' }).getByText(`${by.name} answers`);

  beforeAll(async () => {
    browser = await openBrowser();
    const shop = await openShop(`Claims ${stamp}`);
    await shop.tell('Olena', 'Is anybody there?');
    conversation = (await conversationsOf(shop, 1))[0]!.id;
    [iryna, taras] = [await hire('Iryna'), await hire('Taras')];
  });

  afterAll(() => browser?.close());

  it('see each other: looking, and writing', async () => {
    await iryna.page.goto(`/conversations/${conversation}`);
    await composer(iryna).waitFor();
    await taras.page.goto(`/conversations/${conversation}`);

    await iryna.page.getByRole('img', { name: `${taras.name} is looking` }).waitFor();
    await taras.page.getByRole('img', { name: `${iryna.name} is looking` }).waitFor();
    await composer(taras).pressSequentially('Good');
    await iryna.page.getByRole('img', { name: `${taras.name} is writing` }).waitFor();
    await composer(taras).fill('');
    await iryna.page.getByRole('img', { name: `${taras.name} is looking` }).waitFor();
    await composer(taras).blur();
  });

  it('both press Take: one has it, the other sees who', async () => {
    await Promise.all([iryna.page.keyboard.press('t'), taras.page.keyboard.press('t')]);
    const release = ({ page }: Colleague) => page.getByRole('button', { name: 'Release' });
    await expect.poll(async () => (await release(iryna).count()) + (await release(taras).count())).toBe(1);
    const hasIryna = (await release(iryna).count()) === 1;
    [winner, loser] = hasIryna ? [iryna, taras] : [taras, iryna];

    await held(loser, winner).waitFor();
    await head(loser).getByText(`${winner.name} answers`).waitFor();
    expect(await composer(loser).getAttribute('readonly')).not.toBeNull();
    expect(await composer(winner).getAttribute('readonly')).toBeNull();
    expect((await call<{ claim: { name: string } }>(`conversations/${conversation}`)).claim.name).toBe(winner.name);
  });

  it('ask for it and hand it over', async () => {
    await loser.page.getByRole('region', { name: 'Write' }).getByRole('button', { name: 'Ask for it' }).click();
    const notice = winner.page.getByRole('status').filter({ hasText: `${loser.name} asks for the conversation` });
    await notice.waitFor();
    await winner.page.getByRole('log').getByText(`${loser.name} asked for the conversation`).waitFor();
    expect(await findBarriers(winner.page, 'main')).toEqual([]);
    await notice.getByRole('button', { name: 'Hand over' }).click();

    await loser.page.getByRole('button', { name: 'Release' }).waitFor();
    await held(winner, loser).waitFor();
    await notice.waitFor({ state: 'hidden' });
    expect(await composer(loser).getAttribute('readonly')).toBeNull();
  });

  it('hand it back with a note, by keyboard alone', async () => {
    await loser.page.keyboard.press('a');
    await loser.page.getByRole('combobox', { name: 'Find a colleague' }).waitFor();
    await loser.page.keyboard.type(winner.name);
    await loser.page.keyboard.press('Enter');
    await loser.page.getByLabel('Note for them').waitFor();
    await expect.poll(() => loser.page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await loser.page.keyboard.type(`She wants a refund ${stamp}`);
    await loser.page.keyboard.press('Enter');

    await held(loser, winner).waitFor();
    await winner.page.getByRole('log').getByText(`She wants a refund ${stamp}`).waitFor();
  });

  it.each([390, 320])('fit a phone of %i pixels', async (width) => {
    await loser.page.setViewportSize({ width, height: 844 });

    expect(await loser.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(await findBarriers(loser.page, 'main')).toEqual([]);
  });

  it('no longer see who closes the page', async () => {
    await loser.page.context().close();

    await winner.page.getByRole('img', { name: `${loser.name} is looking` }).waitFor({ state: 'hidden' });
  });

  it('ran without an error of their own', () => {
    expect(complaints).toEqual([]);
  });
});
