import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { budget } from './budget';

const server = process.env.ROZMOVA_URL ?? 'http://127.0.0.1:5080';

export default defineConfig({
  plugins: [react(), budget(250_000)],
  server: { proxy: { '/api': { target: server, ws: true } } },
  build: {
    outDir: '../../artifacts/console',
    emptyOutDir: true,
    target: 'es2022',
    // Content-Security-Policy: no data: scripts, styles or fonts.
    assetsInlineLimit: 0,
  },
  test: { include: ['src/**/*.test.ts'], reporters: ['default', './src/testing/totals.ts'] },
});
