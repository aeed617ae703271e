// Chromium with two pages open: the console on one conversation, and a bare page that writes what its WebSocket brings. Each line on
// the standard output tells when a message was in a page's document, and when the frame that shows it was drawn: Unix milliseconds.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';

const [program, bare, conversation, email, password] = process.argv.slice(2);
const { chromium } = createRequire(new URL('../../../src/Console/package.json', import.meta.url))('playwright-core');
const tell = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** Watches the part of a page where messages are shown. */
function watch([selector, page]) {
  const place = document.querySelector(selector);
  const seen = new Set([...place.textContent.matchAll(/order no\. (\d{9})/g)].map(([, number]) => number));
  new MutationObserver((changes) => {
    const written = performance.timeOrigin + performance.now();
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        for (const [, number] of (node.textContent ?? '').matchAll(/order no\. (\d{9})/g)) {
          if (!seen.has(number)) {
            seen.add(number);
            // The task after a frame's callbacks runs when that frame is on its way to the screen.
            requestAnimationFrame(() => {
              const after = new MessageChannel();
              after.port1.onmessage = () =>
                window.tell({ page, number: Number(number), written, shown: performance.timeOrigin + performance.now() });
              after.port2.postMessage(null);
            });
          }
        }
      }
    }
  }).observe(place, { childList: true, subtree: true });
}

async function openPage() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.exposeFunction('tell', tell);
  return page;
}

async function memoryOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Proportional memory of the browser's page processes, in bytes. */
async function renderers() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  return pages.reduce((sum, { id }) => sum + 1024 * Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))[1]), 0);
}

const plain = await openPage();
await plain.setContent('<main id="messages"></main>');
await plain.evaluate(watch, ['#messages', 'bare']).catch((error) => tell({ error: String(error) }));
await plain.evaluate(
  (address) =>
    new Promise((resolve) => {
      new WebSocket(address).onmessage = ({ data }) => {
        const frame = JSON.parse(data);
        if (frame.type === 'hello') {
          resolve();
          return;
        }
        const line = document.createElement('p');
        line.textContent = frame.data.message.text;
        document.querySelector('#messages').append(line);
      };
    }),
  bare,
);

const before = await renderers();
const page = await openPage();
await page.goto(`${program}sign-in`);
await page.evaluate(
  (credentials) => fetch('/api/v1/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(credentials) }),
  { email, password },
);
await page.goto(`${program}conversations/${conversation}`);
await page.getByRole('log').getByText('order no.').first().waitFor();
await page.evaluate(watch, ['[role=log]', 'program']);
tell({ ready: true });

// Whoever started this ends it by closing its input.
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'memory') {
    const { JSHeapUsedSize, Nodes } = await memoryOf(page);
    tell({ heap: JSHeapUsedSize, nodes: Nodes, renderer: (await renderers()) - before });
  }
}
await browser.close();
