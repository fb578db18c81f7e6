import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The tests that read the built site in a browser: `pnpm docs:build` first. All other tests run with those of the packages.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['tests/*.test.ts'],
    // One after the other: each trains on all cores.
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
