import { describe, expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

describe('Dataset.fromArrays', () => {
  it('gives examples alone, with labels, and with weights', async () => {
    expect(await Dataset.fromArrays([1, 2]).toArray()).toEqual([1, 2]);
    const images = { data: Uint8Array.of(1, 2, 3, 4), shape: [2, 2] };
    expect(await Dataset.fromArrays(images, Float32Array.of(5, 6), ['a', 'b']).toArray()).toEqual([
      [{ data: Uint8Array.of(1, 2), shape: [2] }, 5, 'a'],
      [{ data: Uint8Array.of(3, 4), shape: [2] }, 6, 'b'],
    ]);
    expect(Dataset.fromArrays(images).size).toBe(2);
  });

  it('refuses arrays of different lengths', () => {
    expect(() => Dataset.fromArrays([1, 2], [1])).toThrow(
      'arrays of one length along their first axis. Received: [2, 1]',
    );
  });

  it('goes on exactly where it was', () => expectResumable(() => Dataset.fromArrays([1, 2, 3], ['a', 'b', 'c'])));

  it('has nothing to give of nothing', () => expectResumable(() => Dataset.fromArrays([])));
});
