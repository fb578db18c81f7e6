import { expect, it } from 'vitest';
import { ByteQueue } from './byte-queue';

async function* pieces(...lengths: number[]): AsyncGenerator<Uint8Array, void> {
  let value = 0;
  for (const length of lengths) yield Uint8Array.from({ length }, () => value++);
}

it('gives the lengths asked for, whatever the pieces', async () => {
  const queue = new ByteQueue(pieces(3, 0, 1, 5));
  expect([...(await queue.take(2))]).toEqual([0, 1]);
  expect([...(await queue.take(0))]).toEqual([]);
  expect([...(await queue.take(4))]).toEqual([2, 3, 4, 5]);
  expect([...(await queue.take(9))]).toEqual([6, 7, 8]);
  expect([...(await queue.take(1))]).toEqual([]);
});

it('copies nothing where a piece holds all', async () => {
  const piece = new Uint8Array(10);
  const queue = new ByteQueue(
    (async function* () {
      yield piece;
    })(),
  );
  expect((await queue.take(4)).buffer).toBe(piece.buffer);
});

it('takes memory as bytes arrive', async () => {
  const queue = new ByteQueue(pieces(4));
  expect(await queue.take(2 ** 50)).toHaveLength(4);
});
