import { defineConfig } from 'vitest/config';

// One classic script without a module system: a site includes it by one tag, whatever else it loads.
export default defineConfig({
  build: {
    outDir: '../../artifacts/widget',
    emptyOutDir: true,
    target: 'es2020',
    lib: { entry: 'src/main.ts', name: 'rozmovaWidget', formats: ['iife'], fileName: () => 'webchat.js' },
  },
  test: { include: ['src/**/*.test.ts'], reporters: ['default'] },
});
