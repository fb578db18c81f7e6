import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { isRunning } from './is-running';

it('knows this process, the first of all, and one that has ended', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  expect([isRunning(process.pid), isRunning(1), isRunning(pid)]).toEqual([true, true, false]);
});
