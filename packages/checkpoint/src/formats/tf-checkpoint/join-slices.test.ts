import { expect, it } from 'vitest';
import type { BundleEntry, Slice } from './bundle-entry';
import { joinSlices } from './join-slices';

const part = (slice: Slice, shape: number[], first: number) => ({
  slice,
  part: { shape, count: shape.reduce((a, b) => a * b, 1), offset: first } as BundleEntry,
});
/** Bytes that count from the part's `offset`. */
const read = async ({ count, offset }: BundleEntry) => Uint8Array.from({ length: count }, (_, index) => offset + index);

it('puts parts of several axes in their places', async () => {
  const parts = [
    part(['all', { start: 0, length: 1 }, 'all'], [2, 1, 2], 0),
    part([{ start: 1, length: 1 }, { start: 1, length: 2 }, 'all'], [1, 2, 2], 10),
    part([{ start: 0, length: 1 }, { start: 1, length: 2 }, 'all'], [1, 2, 2], 20),
  ];
  expect([...(await joinSlices([2, 3, 2], 1, 'a', parts, read))]).toEqual([0, 1, 20, 21, 22, 23, 2, 3, 10, 11, 12, 13]);
});

it('refuses parts that do not cover the whole, before taking memory', async () => {
  const parts = [part([{ start: 0, length: 2 }], [2], 0)];
  await expect(joinSlices([2 ** 40], 4, 'a', parts, read)).rejects.toThrow(
    'parts of 1099511627776 elements together. Received: 2',
  );
});

it('refuses a part outside, and one of another shape', async () => {
  await expect(joinSlices([2], 1, 'a', [part([{ start: 1, length: 2 }], [2], 0)], read)).rejects.toThrow('within [2]');
  await expect(joinSlices([2], 1, 'a', [part(['all'], [1, 2], 0)], read)).rejects.toThrow('of its own shape [1,2]');
});
