import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Tests see the packages' source, so a changed line needs no build. Only the WASM kernels are built first (tools/testing/build-kernels.ts).
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@tenlab\/testing$/, replacement: source('tools/testing/src/index.ts') },
      { find: /^@tenlab\/([a-z-]+)$/, replacement: source('packages/$1/src/index.ts') },
      { find: /^@tenlab\/([a-z-]+)\/([a-z-]+)$/, replacement: source('packages/$1/src/$2.ts') },
    ],
  },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.ts', 'apps/docs/{build,live,server,worker}/**/*.test.ts'],
    globalSetup: ['tools/testing/build-kernels.ts'],
    // One process per file: tfjs keeps one global engine, and a backend must not leak into the next file.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
