import { describe, expect, it } from 'vitest';
import { cifarBinary, cifarLabels } from '../testing/cifar-files';
import { parseCifar } from './cifar';

describe('parseCifar', () => {
  it('puts the colours of each pixel side by side', () => {
    const { images, labels } = parseCifar(cifarBinary());
    expect([...labels]).toEqual(cifarLabels);
    expect([...images.subarray(0, 6)]).toEqual([0, 50, 100, 1, 51, 101]);
    expect([...images.subarray(2 * 3072, 2 * 3072 + 3)]).toEqual([2, 52, 102]);
  });

  it.each([
    [cifarBinary().subarray(1), 'a multiple of 3073 bytes'],
    [new Uint8Array(), 'a multiple of 3073 bytes. Received: 0'],
    [cifarBinary([10]), 'labels from 0 to 9. Received: 10'],
  ])('refuses what is damaged (%#)', (bytes, message) => {
    expect(() => parseCifar(bytes, 'data_batch_1.bin')).toThrow(message);
  });
});
