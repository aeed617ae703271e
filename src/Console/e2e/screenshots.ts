/**
 * Takes the main pages of a running demo, at the size of a desk and of a phone, light and dark, into a folder:
 * `npm run screenshots -- FOLDER`, with the variables of the demo's ready file set.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { openConsole } from './console';

const pages: Record<string, string> = {
  home: '/',
  inbox: '/conversations',
  contacts: '/contacts',
  settings: '/settings',
  channels: '/settings/channels',
  parts: '/parts',
};

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

async function take(browser: Browser, folder: string, size: keyof typeof sizes, colorScheme: 'light' | 'dark') {
  const context = await openConsole(browser, { viewport: sizes[size], colorScheme, reducedMotion: 'reduce' });
  const { items } = (await (await context.request.get('/api/v1/conversations?limit=1')).json()) as { items: { id: string }[] };
  const page = await context.newPage();
  for (const [name, path] of Object.entries({ ...pages, conversation: `/conversations/${items[0]?.id}` })) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) });
  }
  await context.close();
}

const folder = process.argv[2] ?? 'screenshots';
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
for (const size of ['desk', 'phone'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    await take(browser, folder, size, scheme);
  }
}
await browser.close();
