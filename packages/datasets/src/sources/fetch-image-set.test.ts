import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FileServer } from '../testing/file-server';
import { smallFiles, smallSet } from '../testing/small-set';
import { fetchImageSet } from './fetch-image-set';

const withPart = { ...smallSet, sample: { folder: 'part', idx: smallSet.idx } };

async function fetched(files: Record<string, Uint8Array>, definition = withPart) {
  const server = await new FileServer(files).start();
  return fetchImageSet(definition, `${server.base()}/`, {}).finally(() => server.stop());
}

const inFolder = (pack: (bytes: Uint8Array) => Uint8Array) =>
  Object.fromEntries(Object.entries(smallFiles).map(([name, bytes]) => [`part/${name}.gz`, pack(bytes)]));

describe('fetchImageSet', () => {
  it('fetches the files themselves of a set without a part', async () => {
    const server = await new FileServer(smallFiles).start();
    expect((await fetchImageSet(smallSet, server.base(), {})).trainImages.shape).toEqual([6, 2, 3]);
    await server.stop();
  });

  it('fetches a part, packed or unpacked by the server on the way', async () => {
    expect((await fetched(inFolder((bytes) => gzipSync(bytes)))).testLabels.shape).toEqual([4]);
    expect((await fetched(inFolder((bytes) => bytes))).testLabels.shape).toEqual([4]);
  });

  it('refuses what is damaged, naming the address', async () => {
    const files = { ...inFolder((bytes) => bytes), 'part/test-labels.gz': new Uint8Array(12) };
    await expect(fetched(files)).rejects.toMatchObject({
      code: 'checksum-mismatch',
      place: expect.stringMatching(/^http.*part\/test-labels\.gz$/),
    });
  });
});
