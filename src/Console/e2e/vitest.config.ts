import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    // Twice as long as a step waits for the page, so that a failure names the step.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // They share one demo: side by side they would read each other's presence and counts.
    fileParallelism: false,
    // One browser walks from test to test: after a failure the rest would only repeat it.
    bail: 1,
    reporters: ['default', '../src/testing/totals.ts'],
  },
});
