import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { expect, it } from 'vitest';

const most = 20_000;

it('is smaller than 20 kB on its way to a visitor', async () => {
  const [output] = (await build({ logLevel: 'silent', build: { write: false } })) as Rollup.RollupOutput[];
  const script = output?.output[0];

  expect(output?.output).toHaveLength(1);
  expect(gzipSync(script?.type === 'chunk' ? script.code : '').length).toBeLessThan(most);
}, 30_000);
