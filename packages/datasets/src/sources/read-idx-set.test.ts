import { describe, expect, it } from 'vitest';
import { smallFiles, smallSet } from '../testing/small-set';
import { readIdxSet } from './read-idx-set';

const read = (changes: Readonly<Record<string, Uint8Array>> = {}) =>
  readIdxSet(
    smallSet,
    async ({ name }) => ({ bytes: changes[name] ?? smallFiles[name]!, place: `/data/${name}` }),
    'Fetch it again.',
  );

describe('readIdxSet', () => {
  it('gives the four parts with their checksums', async () => {
    const parts = await read();
    expect(parts.trainImages).toMatchObject({ shape: [6, 2, 3], sha256: smallSet.idx.trainImages.sha256 });
    expect([...parts.testLabels.data]).toEqual([2, 1, 0, 2]);
  });

  it('checks the length first, which says more than a checksum', async () => {
    await expect(
      read({ 'train-labels': smallFiles['train-labels']!.subarray(0, 10) }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: /data/train-labels: 14 bytes. Received: 10 bytes. Fetch it again.]`,
    );
    await expect(read({ 'train-labels': new Uint8Array(20) })).rejects.toMatchObject({ code: 'invalid-file' });
  });

  it('refuses other bytes of the same length', async () => {
    await expect(read({ 'train-labels': new Uint8Array(14) })).rejects.toMatchObject({
      code: 'checksum-mismatch',
      place: '/data/train-labels',
      remedy: 'Fetch it again.',
    });
  });
});
