import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { filesThatShare } from './tools/testing/files-that-share.mjs';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const nowhere = join(tmpdir(), 'tenlab-tests-find-nothing-here');

const include = [
  'packages/*/src/**/*.test.ts',
  'tools/**/*.test.ts',
  'apps/docs/{build,live,server,worker}/**/*.test.ts',
];
const shared = filesThatShare(source('.'), ['packages', 'tools', 'apps/docs']);

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
    globalSetup: ['tools/testing/build-kernels.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // What whoever runs the tests has on this machine or in the environment changes nothing: no data sets but those installed here.
    env: { KERAS_HOME: nowhere, TENLAB_CACHE: nowhere, TENLAB_BACKEND: '', TENLAB_THREADS: '', TENLAB_OFFLINE: '' },
    // Only what hangs takes so long, on the slowest machine.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    projects: [
      // One process per file: tfjs keeps one global engine, and a backend must not leak into the next file.
      { extends: true, test: { name: 'alone', include, exclude: ['**/node_modules/**', ...shared] } },
      // A process takes half a second to start: files that leave nothing behind share one, and are held to it.
      {
        extends: true,
        test: { name: 'shared', include: shared, isolate: false, setupFiles: ['tools/testing/leave-nothing.ts'] },
      },
    ],
  },
});
