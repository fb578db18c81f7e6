import { startWasm, stopWasm } from '@tenlab/backend-wasm';
import { useBackend } from '@tenlab/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pinned from './pinned-bits.json';
import { smallNets } from './small-nets';
import { strictBits } from './strict-bits';
import { train } from './train';

beforeAll(async () => {
  await useBackend('wasm', { threads: 1 }); // Loads the gradients, too.
});
afterAll(() => stopWasm());

describe('weights have the same bits on 1, 2 and 3 threads, and once more', () => {
  const seen = new Map<string, string>();
  describe.each([1, 2, 3, 3])('%i threads', (threads) => {
    beforeAll(async () => {
      expect((await startWasm({ threads })).threads).toBe(threads);
    });

    test.each(smallNets.map((net) => [net.name, net] as const))('%s', async (name, net) => {
      const { sha256 } = await train(net, { epochs: 3, batches: 3 });
      expect(sha256).toBe(seen.get(name) ?? sha256);
      seen.set(name, sha256);
    });
  });
});

/**
 * With strict numerics the bits are the same in every engine, so they can stand in a file: whatever Node runs this test, it
 * must come to these. They change when a kernel sums in another order, or an initializer draws something else; that is no
 * fault. Then look whether all of Node come to the same, and pin it:
 *
 *     for v in 20 22 24; do npx -y -p node@$v node --import tsx tools/bench/promises/strict-bits.ts; done
 *     node --import tsx tools/bench/promises/strict-bits.ts > tools/bench/promises/pinned-bits.json
 */
test('with strict numerics the bits are those of every other Node', async () => {
  expect(await strictBits()).toEqual(pinned);
});
