import { randomUniformValues, TenlabError, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { loadModel } from '../load-model';
import { bytesSource } from '../sources/byte-source';
import { describeWithFixtures, readFixture } from '../testing/fixtures';

import { crc32 } from './crc/crc32';
import { openHdf5 } from './hdf5/read/hdf5-file';
import { readNpy } from './npy/read';
import { readNpz } from './npz/read';
import { decodeSafetensors } from './safetensors/decode';
import { readZipDirectory } from './zip/directory';

// Damaged in every way: thousands of copies of good files with bytes flipped, cut out, doubled or cut off. Each must be read, or be
// refused with an error of ours; a crash, a hang or a wild allocation fails the test.

// How many copies of each file; `TENLAB_MUTATIONS=10000` for a slow and thorough run.
const cases = Number(process.env.TENLAB_MUTATIONS ?? 1500);

const fewer = Math.ceil(cases / 5);

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

describeWithFixtures('damaged copies of good HDF5 files', () => {
  it.each([
    'models/iris_mlp/keras3/model.h5',
    'extra/variants/gzip_latest.weights.h5',
    'extra/variants/gzip_shuffle_fletcher.weights.h5',
    'extra/hdf5/zoo.h5',
  ])(
    '%s is read or refused',
    async (path) => {
      const good = readFixture(path);
      const random = randomUniformValues(fewer * 8, { seed: 2025 });
      const start = performance.now();
      let refused = 0;
      for (let index = 0; index < fewer; index++) {
        const bytes = mutate(good, random.subarray(8 * index, 8 * index + 8));
        try {
          await readEverything(bytes, good.length);
        } catch (error) {
          if (!TenlabError.isInstance(error)) throw new Error(`case ${index} threw ${String(error)}`, { cause: error });
          refused++;
        }
      }
      expect(refused).toBeGreaterThan(fewer / 10);
      expect((performance.now() - start) / fewer).toBeLessThan(100);
    },
    3_600_000,
  );
});

describeWithFixtures('damaged copies of good Keras files', () => {
  beforeAll(async () => {
    await useBackend('cpu');
  });

  it.each([
    'models/iris_mlp/keras3/model.keras',
    'models/nested/tfkeras/model.keras',
    'models/two_input/tfkeras/model.h5',
    'extra/text_vectorization/model.keras',
  ])(
    '%s is read or refused, and leaves nothing behind',
    async (path) => {
      const good = readFixture(path);
      const random = randomUniformValues(fewer * 8, { seed: 2026 });
      const before = tf.memory().numTensors;
      for (let index = 0; index < fewer; index++) {
        const bytes = mutate(good, random.subarray(8 * index, 8 * index + 8));
        try {
          (await loadModel(path.endsWith('.keras') ? withSums(bytes) : bytes)).dispose();
        } catch (error) {
          if (!TenlabError.isInstance(error)) throw new Error(`case ${index} threw ${String(error)}`, { cause: error });
        }
        expect(tf.memory().numTensors, `tensors after case ${index}`).toBe(before);
      }
    },
    3_600_000,
  );
});

/** The archive with the checksums of its entries made right, so that damage gets further than to them. */
function withSums(bytes: Uint8Array): Uint8Array {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const { headerOffset, compressedSize, name } of readZipDirectory(bytes, 'a').values()) {
      const start =
        headerOffset + 30 + view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true);
      const sum = crc32(bytes.subarray(start, start + compressedSize));
      const at = directoryEntryOf(bytes, name);
      if (at >= 0) view.setUint32(at + 16, sum, true);
    }
  } catch {
    // Damaged in the directory itself: it goes as it is.
  }
  return bytes;
}

function directoryEntryOf(bytes: Uint8Array, name: string): number {
  const text = Buffer.from(bytes);
  for (let at = text.indexOf('PK\u0001\u0002'); at >= 0; at = text.indexOf('PK\u0001\u0002', at + 4)) {
    if (text.toString('utf8', at + 46, at + 46 + name.length) === name) return at;
  }
  return -1;
}

/** All arrays and attributes of an HDF5 file. Throws for an array that is out of proportion to the file. */
async function readEverything(bytes: Uint8Array, size: number): Promise<void> {
  const root = await openHdf5(bytesSource(bytes, 'a.h5'));
  for (const name of await root.attributeNames()) await root.attribute(name);
  for (const dataset of (await root.datasets()).values()) {
    for (const name of await dataset.attributeNames()) await dataset.attribute(name);
    const array = await dataset.read();
    const most = Math.max(2 ** 24, size * 1032);
    if (array.dtype !== 'string' && array.data.byteLength > most) throw new Error(`${array.data.byteLength} bytes`);
  }
}

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
