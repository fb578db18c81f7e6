/**
 * `pnpm fuzz` reads 10,000 damaged copies of each file that tests damage by hundreds: every format of @tenlab/checkpoint and @tenlab/datasets. Each is
 * read or refused with an error of ours, in proportion to its size. Takes some minutes. `pnpm fuzz [--cases 10000] [-t NAME]`
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '10000' }, t: { type: 'string', short: 't' } },
});
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const only = values.t === undefined ? [] : ['-t', values.t];
const { status } = spawnSync(process.execPath, [vitest, 'run', 'mutations', ...only], {
  stdio: 'inherit',
  env: { ...process.env, TENLAB_MUTATIONS: values.cases },
});
process.exitCode = status ?? 1;
