#!/usr/bin/env node
// The command line of packages/labs as this workspace built it. A file of its own, because pnpm links commands before anything is built.
import { existsSync } from 'node:fs';

const program = new URL('../../packages/labs/dist/bin.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  process.stderr.write(
    'tenlab: the packages must be built first. Received: no packages/labs/dist. Run `pnpm build`.\n',
  );
  process.exitCode = 1;
}
