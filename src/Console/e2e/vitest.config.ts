import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // One browser walks from test to test: after a failure the rest would only repeat it.
    bail: 1,
    reporters: ['default', '../src/testing/totals.ts'],
  },
});
