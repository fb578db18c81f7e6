import { expect, test } from 'vitest';
import { start } from './start';

test.each([0, -1, 1.5, 65, Number.NaN])('%s threads are refused', async (threads) => {
  await expect(start({ threads })).rejects.toThrow(/`threads` must be a whole number from 1 to 64\. Received: /);
});

test('unknown numerics are refused', async () => {
  await expect(start({ numerics: 'exact' as never })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: wasm backend: \`numerics\` must be 'fast' or 'strict'. Received: exact. Use 'strict' for the same bits on every engine.]`,
  );
});

test('tells what was started, and gives memory back', async () => {
  const { backend, report } = await start({ threads: 2, numerics: 'strict' });
  expect(report).toEqual({ threads: 2, simd: 'simd' });
  const address = backend.device.allocate(1000);
  expect(backend.allocations.find(address + 10)?.bytes).toBe(1000);
  backend.device.free(address);
  expect(backend.allocations.find(address)).toBeUndefined();
  await backend.device.stop();
});

test('memory that cannot grow is an error that says how much was asked for and is held', async () => {
  const { backend } = await start({ threads: 1 });
  backend.device.allocate(2 ** 31);
  expect(() => backend.device.allocate(2 ** 31)).toThrow(
    /wasm backend: 2048\.0 MiB of memory for a tensor\. Received: \d+\.\d MiB are held already/,
  );
  await backend.device.stop();
});
