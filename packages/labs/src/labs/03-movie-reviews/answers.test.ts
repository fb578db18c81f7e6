import { useBackend } from '@tenlab/core';
import { LabelArray } from '@tenlab/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import type { Reviews } from '../shared/reviews';
import { wordIndex } from '../shared/word-index';
import { readReviews } from './answers';
import { reviewNetwork } from './network';

it('finds the surest mistake and the words that say most', async () => {
  await useBackend('cpu');
  const codec = wordIndex(['good good good', 'bad bad', 'dull'], 6);
  const model = reviewNetwork(6);
  // The first number of a word is all that counts: good 2, bad -1, dull -3, all others 0.
  const [embedding, kernel, bias, last, lastBias] = model.getWeights();
  const first = (value: number) => [value, ...new Array<number>(15).fill(0)];
  const only = (shape: number[], places: [number, number][]) => {
    const values = tf.buffer(shape);
    for (const [at, value] of places) values.set(value, Math.floor(at / shape[1]!), at % shape[1]!);
    return values.toTensor();
  };
  model.setWeights([
    tf.tensor2d([0, 0, 0, 2, -1, -3].map(first)),
    only(kernel!.shape, [
      [0, 1],
      [1, -1],
    ]),
    tf.zerosLike(bias!),
    only(last!.shape, [
      [0, 1],
      [1, -1],
    ]),
    tf.zerosLike(lastBias!),
  ]);
  tf.dispose(embedding!);
  const texts = ['good', 'bad', 'dull'];
  const data = Int32Array.from(texts.flatMap((text) => codec.encode(text)));
  const test = { x: { data, shape: [3, 2] }, y: new LabelArray(Uint8Array.of(1, 0, 1)) };
  const { mistakes, sure, words } = await readReviews(
    model,
    { test, codec, maxlen: 2, numWords: 6 } as unknown as Reviews,
    [],
  );
  expect(mistakes.map(({ text, praise }) => [text, praise])).toEqual([['dull', true]]);
  expect(sure.map(({ text }) => text)).toEqual(['good', 'bad']);
  expect([words.praise[0], words.blame[0]]).toEqual(['good', 'dull']);
});
