import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { compareSteps } from '../testing/compare-steps';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import type { WasmBackend } from '../wasm-backend';

const ids = (texts: number, words: number) =>
  tf.tensor2d(
    Int32Array.from({ length: texts * words }, (_, i) => (i * i * 7 + i) % 11),
    [texts, words],
    'int32',
  );

const lookUp = (table: tf.Tensor, texts: tf.Tensor) => tf.gather(table, texts as tf.Tensor1D);

onThreads('a sum of rows looked up', (sameBits) => {
  test.each([
    [6, 9, 16],
    [5, 300, 16],
    [4, 3, 5],
    [3, 7, 32],
    [3, 70, 23],
    [1, 2, 2],
  ])('is one instruction: %i texts of %i words, %i columns', (texts, words, columns) => {
    const [table, text] = [numbers([11, columns]), ids(texts, words)];
    for (const reduce of [tf.mean, tf.sum]) {
      const program = compareSteps((x, y) => reduce(lookUp(x, y), 1), [table, text]);
      expect(program).toMatch(/GatherSum\tGatherV2\+(Mean|Sum)/);
      expect(program).not.toMatch(/\tGather\t/);
    }
    sameBits(`${texts} ${words} ${columns}`, tf.mean(lookUp(table, text), 1));
  });

  test.each([
    ['over other axes', 16, (looked: tf.Tensor) => tf.sum(looked, 2)],
    ['over all axes', 16, (looked: tf.Tensor) => tf.sum(looked)],
    ['over single columns', 1, (looked: tf.Tensor) => tf.sum(looked, 1)],
    ['of what others read as well', 16, (looked: tf.Tensor) => [tf.sum(looked, 1), tf.neg(looked)]],
    ['of what the step returns', 16, (looked: tf.Tensor) => [tf.sum(looked, 1), looked]],
  ] as [string, number, (looked: tf.Tensor) => tf.Tensor | tf.Tensor[]][])(
    'stays two instructions %s',
    (_, columns, use) => {
      const program = compareSteps((table, texts) => use(lookUp(table, texts)), [numbers([11, columns]), ids(4, 3)]);
      expect(program).not.toContain('GatherSum');
    },
  );

  test('refuses an index that is no row', () => {
    const step = (tf.backend() as unknown as WasmBackend).compile((texts) => tf.mean(lookUp(table, texts!), 1));
    const table = numbers([11, 20]);
    for (let i = 0; i < 4; i++) step(ids(40, 9));
    expect(step.explain()).toContain('GatherSum');
    const wrong = ids(40, 9).dataSync().slice();
    wrong[50] = 11;
    wrong[300] = -7;
    expect(() => step(tf.tensor2d(wrong, [40, 9], 'int32'))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: GatherV2: the index value 11 is not in [0, 10]. Received: 11 at place 50 of the indices. Check the indices, or give the tensor more rows (for an embedding, a larger inputDim).]`,
    );
    expect((step(ids(40, 9)) as tf.Tensor).dataSync()).toEqual(tf.mean(lookUp(table, ids(40, 9)), 1).dataSync());
    step.dispose();
  });
});
