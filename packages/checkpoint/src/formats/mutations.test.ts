import { randomUniformValues, TenlabError } from '@tenlab/core';
import { expect, it } from 'vitest';
import { describeWithFixtures, readFixture } from '../testing/fixtures';
import { readNpy } from './npy/read';
import { readNpz } from './npz/read';
import { decodeSafetensors } from './safetensors/decode';

// Damaged in every way: thousands of copies of good files with bytes flipped, cut out, doubled or cut off. Each must be read, or be
// refused with an error of ours; a crash, a hang or a wild allocation fails the test.

const cases = 1500;

describeWithFixtures('damaged copies of good files', () => {
  it.each([
    ['arrays/zoo.npz', readNpz],
    ['arrays/zoo_compressed.npz', readNpz],
    ['arrays/imdb.npz', readNpz],
    ['arrays/fortran.npy', readNpy],
    ['arrays/version2.npy', readNpy],
    ['arrays/version3_structured.npy', readNpy],
    ['arrays/zoo.safetensors', decodeSafetensors],
  ] as const)('%s is read or refused', (path, read) => {
    const good = readFixture(path);
    const random = randomUniformValues(cases * 8, { seed: 2024 });
    const start = performance.now();
    let refused = 0;
    for (let index = 0; index < cases; index++) {
      const bytes = mutate(good, random.subarray(8 * index, 8 * index + 8));
      try {
        read(bytes);
      } catch (error) {
        if (!TenlabError.isInstance(error)) throw new Error(`case ${index} threw ${String(error)}`, { cause: error });
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(cases / 10);
    expect((performance.now() - start) / cases).toBeLessThan(20);
  });
});

/** One of five ways to damage a file, by eight numbers from 0 to 1. */
function mutate(good: Uint8Array, [way, a, b, c, d, e, f, g]: Float32Array): Uint8Array {
  const at = (part: number | undefined) => Math.floor((part ?? 0) * good.length);
  const copy = new Uint8Array(good);
  switch (Math.floor((way ?? 0) * 6)) {
    case 0:
      copy[at(a)]! ^= 1 << Math.floor((b ?? 0) * 8);
      return copy;
    case 1:
      for (const part of [a, b, c, d]) copy[at(part)] = Math.floor((e ?? 0) * 256);
      return copy;
    case 2:
      // Headers and directories lie at the ends: most damage goes there.
      for (const part of [a, b])
        copy[Math.floor((part ?? 0) * Math.min(128, copy.length))] = Math.floor((c ?? 0) * 256);
      for (const part of [d, e])
        copy[copy.length - 1 - Math.floor((part ?? 0) * Math.min(128, copy.length))] = Math.floor((f ?? 0) * 256);
      return copy;
    case 3:
      return copy.subarray(0, at(a));
    case 4:
      return Uint8Array.from([...copy.subarray(0, at(a)), ...copy.subarray(at(b))]);
    default:
      copy.fill(g && g > 0.5 ? 255 : 0, at(a), at(a) + Math.floor((b ?? 0) * 16));
      return copy;
  }
}
