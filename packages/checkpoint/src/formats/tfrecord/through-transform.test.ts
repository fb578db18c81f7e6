import { expect, it, vi } from 'vitest';
import { throughTransform } from './through-transform';

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0;
  for await (const piece of pieces) length += piece.length;
  return length;
}

async function* zeros(count: number, onEnd: () => void): AsyncGenerator<Uint8Array, void> {
  try {
    for (let index = 0; index < count; index++) yield new Uint8Array(1000);
  } finally {
    onEnd();
  }
}

it('packs and unpacks', async () => {
  const packed = throughTransform(
    zeros(50, () => {}),
    new CompressionStream('gzip'),
  );
  expect(await collect(throughTransform(packed, new DecompressionStream('gzip')))).toBe(50_000);
});

it('passes on what goes wrong', async () => {
  const broken = (async function* () {
    yield Uint8Array.of(1, 2, 3, 4);
  })();
  await expect(collect(throughTransform(broken, new DecompressionStream('gzip')))).rejects.toThrow();
});

it('lets go of the source when the reader stops', async () => {
  let ended = 0;
  const endless = zeros(Number.POSITIVE_INFINITY, () => ended++);
  for await (const _ of throughTransform(endless, new CompressionStream('deflate'))) break;
  await vi.waitFor(() => expect(ended).toBe(1));
});
