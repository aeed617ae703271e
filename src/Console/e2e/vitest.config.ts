import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // They share one demo: side by side they would read each other's presence and counts.
    fileParallelism: false,
    // One browser walks from test to test: after a failure the rest would only repeat it.
    bail: 1,
    reporters: ['default', '../src/testing/totals.ts'],
  },
});
