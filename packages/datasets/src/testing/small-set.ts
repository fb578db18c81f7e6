import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { encodeIdx } from '../parse/idx';
import type { ImageSetDefinition } from '../sources/image-set';

// A set of its own, made like MNIST but of 6 + 4 images of 2 x 3, so that its every file can be served, cut and damaged.
// For tests only.

const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const arrays = {
  trainImages: { data: Uint8Array.from({ length: 36 }, (_, index) => index * 7), shape: [6, 2, 3] },
  trainLabels: { data: Uint8Array.of(0, 1, 2, 0, 1, 2), shape: [6] },
  testImages: { data: Uint8Array.from({ length: 24 }, (_, index) => index * 5), shape: [4, 2, 3] },
  testLabels: { data: Uint8Array.of(2, 1, 0, 2), shape: [4] },
};

const idxNames = {
  trainImages: 'train-images',
  trainLabels: 'train-labels',
  testImages: 'test-images',
  testLabels: 'test-labels',
};
const npzNames = { trainImages: 'x_train', trainLabels: 'y_train', testImages: 'x_test', testLabels: 'y_test' };
const parts = Object.keys(arrays) as (keyof typeof arrays)[];

/** The published files by name. */
export const smallFiles: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  parts.map((part) => [idxNames[part], encodeIdx(arrays[part])]),
);

/** An npz with the arrays of the set, some of them replaced. */
export function smallNpz(changes: Partial<Record<keyof typeof arrays, Uint8Array>> = {}): Uint8Array {
  const files = parts.map((part) => [
    `${npzNames[part]}.npy`,
    changes[part] ?? npy('|u1', arrays[part].shape, arrays[part].data),
  ]);
  // Without a date of its own the archive would differ every two seconds.
  return zipSync(Object.fromEntries(files), { mtime: new Date(2000, 0, 1) });
}

/** A `.npy` file of version 1.0. */
export function npy(descr: string, shape: readonly number[], data: Uint8Array): Uint8Array {
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape.map((size) => `${size},`).join(' ')}), }`;
  const text = new TextEncoder().encode(`${header.padEnd(117)}\n`);
  return Uint8Array.from([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, text.length, 0, ...text, ...data]);
}

/** What is published about the set. The npm package of its name does not exist. */
export const smallSet = {
  name: 'small',
  size: [2, 3],
  classNames: ['a', 'b', 'c'],
  idx: Object.fromEntries(
    parts.map((part) => {
      const bytes = encodeIdx(arrays[part]);
      return [part, { name: idxNames[part], size: bytes.length, sha256: sum(bytes) }];
    }),
  ) as unknown as ImageSetDefinition['idx'],
  licence: 'MIT',
  publisher: 'nobody',
  npmPackage: '@tenlab/no-such-package',
  npz: {
    name: 'small.npz',
    size: smallNpz().length,
    sha256: sum(smallNpz()),
    mirrors: ['http://127.0.0.1:9/small.npz'],
  },
} satisfies ImageSetDefinition;
