import { stopWasm } from '@tenlab/backend-wasm';
import { useBackend } from '@tenlab/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallNets } from './small-nets';
import { train } from './train';

beforeAll(async () => {
  // same-bits.test.ts shows that the number of threads makes no difference.
  await useBackend('wasm', { threads: 1 });
});
afterAll(() => stopWasm());

// 200 steps, dropout included: its random numbers come from a counter in memory, so both ways draw the same.
test.each(smallNets.map((net) => [net.name, net] as const))('%s: the same losses over 200 steps', async (_, net) => {
  const run = { epochs: 40, batches: 5 };
  const compiled = await train(net, run);
  const eager = await train(net, { ...run, eager: true });
  // One program for the full batches and one for the half batch at the end, and nothing that runs as it is.
  expect(compiled.programs.join('\n').match(/ instructions, /g)).toHaveLength(2);
  expect(compiled.programs.join('\n')).not.toContain('runs eagerly');
  expect(eager.programs.join('\n')).not.toContain(' instructions, ');
  expect(eager.losses.at(-1)).toBeLessThan(eager.losses[0]!);
  const differences = compiled.losses.map((loss, epoch) => Math.abs(loss - eager.losses[epoch]!));
  expect(Math.max(...differences)).toBeLessThanOrEqual(1e-5);
});
