import { describe, expect, it } from 'vitest';
import { npy, smallNpz, smallSet } from '../testing/small-set';
import { readKerasNpz } from './read-keras-npz';

const read = (...changes: Parameters<typeof smallNpz>) => readKerasNpz(smallNpz(...changes), smallSet, 'small.npz');

describe('readKerasNpz', () => {
  it('gives the parts with the checksums their IDX files have', async () => {
    const parts = await read();
    for (const [name, part] of Object.entries(parts)) {
      expect(part.sha256, name).toBe(smallSet.idx[name as keyof typeof parts].sha256);
    }
  });

  it('takes labels of any integer type', async () => {
    const { testLabels } = await read({
      testLabels: npy('<i4', [4], Uint8Array.of(2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0)),
    });
    expect([...testLabels.data]).toEqual([2, 1, 0, 2]);
  });

  it.each([
    ['no images', { trainImages: npy('|u1', [0, 2, 3], new Uint8Array()) }, 'small.npz, x_train: images as uint8'],
    [
      'images with channels',
      { testImages: npy('|u1', [4, 2, 3, 1], new Uint8Array(24)) },
      'small.npz, x_test: images as uint8',
    ],
    [
      'labels in a table',
      { trainLabels: npy('|u1', [6, 1], new Uint8Array(6)) },
      'small.npz, y_train: a label for each of the 6 images',
    ],
    ['labels as text', { trainLabels: npy('|S1', [6], new Uint8Array(6)) }, 'small.npz, y_train: a label for each'],
    [
      'labels with fractions',
      { testLabels: npy('<f4', [4], new Uint8Array(new Float32Array([0, 0.5, 1, 2]).buffer)) },
      'Received: 0.5.',
    ],
    [
      'labels below 0',
      { testLabels: npy('|i1', [4], Uint8Array.of(0, 255, 1, 2)) },
      'labels from 0 to 2. Received: -1.',
    ],
  ] as const)('refuses %s', async (_, changes, message) => {
    await expect(read(changes)).rejects.toThrow(message);
  });
});
