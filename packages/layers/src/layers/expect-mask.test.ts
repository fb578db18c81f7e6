import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  AdditiveAttention,
  Attention,
  BatchNormalization,
  Bidirectional,
  Dense,
  GlobalAveragePooling1D,
  GRU,
  GroupQueryAttention,
  type Layer,
  LSTM,
  MultiHeadAttention,
  SimpleRNN,
  TimeDistributed,
} from '../index';
import { expectMask } from './expect-mask';

beforeAll(async () => {
  await useBackend('cpu');
});

/** A mask of five steps that has four, and one of two sequences that has three. */
const WRONG: readonly (readonly number[])[] = [[2, 4], [3, 5], [2], [2, 5, 3]];

test('says what it should be, and what it is', () => {
  expect(() => expectMask('GRU', 'mask', tf.ones([2, 4], 'bool'), [2, 5])).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: GRU: \`mask\` must be a tensor of shape (2, 5). Received: shape (2, 4). Give true or false for each step of each sequence: the first axis is the batch, the second the steps.]`,
  );
  expect(() => expectMask('GRU', 'mask', [[true]], [1, 1])).toThrow(/Received: \[\[true\]\]/);
});

describe.each<readonly [string, () => Layer]>([
  ['SimpleRNN', () => new SimpleRNN({ units: 3, name: 'masked' })],
  ['LSTM', () => new LSTM({ units: 3, name: 'masked' })],
  ['GRU', () => new GRU({ units: 3, name: 'masked' })],
  ['Bidirectional', () => new Bidirectional({ layer: new LSTM({ units: 3 }), name: 'masked' })],
  ['TimeDistributed', () => new TimeDistributed({ layer: new Dense({ units: 3 }), name: 'masked' })],
  ['GlobalAveragePooling1D', () => new GlobalAveragePooling1D({ name: 'masked' })],
  ['BatchNormalization', () => new BatchNormalization({ name: 'masked' })],
])('%s', (_, make) => {
  test.each(WRONG.map((shape) => [shape]))(
    'refuses a mask %j for inputs [2, 5, 3], and leaves nothing',
    async (shape) => {
      await expectNoLeak(() => {
        const [layer, x, mask] = [make(), tf.ones([2, 5, 3]), tf.ones([...shape], 'bool')];
        expect(() => layer.apply(x, { mask, training: true })).toThrow(/'.*masked.*mask.* must be .*Received: shape/);
        tf.dispose([x, mask]);
        layer.dispose();
        return [];
      });
    },
  );
});

describe.each<readonly [string, (x: tf.Tensor, mask: tf.Tensor) => unknown]>([
  ['Attention', (x, mask) => new Attention({ name: 'masked' }).apply([x, x], { mask: [mask, null] as never })],
  ['Attention, values', (x, mask) => new Attention({ name: 'masked' }).apply([x, x], { mask: [null, mask] as never })],
  ['AdditiveAttention', (x, mask) => freed(new AdditiveAttention({ name: 'masked' }), [x, x], { mask: [mask, mask] })],
  ...['mask', 'valueMask', 'attentionMask'].map(
    (option) =>
      [
        `MultiHeadAttention, ${option}`,
        (x: tf.Tensor, mask: tf.Tensor) =>
          freed(new MultiHeadAttention({ numHeads: 1, keyDim: 2, name: 'masked' }), x, { value: x, [option]: mask }),
      ] as const,
  ),
  [
    'GroupQueryAttention, queryMask',
    (x, mask) =>
      freed(new GroupQueryAttention({ headDim: 2, numQueryHeads: 2, numKeyValueHeads: 1, name: 'masked' }), x, {
        value: x,
        queryMask: mask,
      }),
  ],
])('%s', (_, call) => {
  test('refuses a mask [2, 4] for inputs [2, 5, 3], and leaves nothing', async () => {
    await expectNoLeak(() => {
      const [x, mask] = [tf.ones([2, 5, 3]), tf.ones([2, 4], 'bool')];
      expect(() => call(x, mask)).toThrow(/'masked'.*ask` must be .*Received: shape \(2, 4\)/);
      tf.dispose([x, mask]);
      return [];
    });
  });
});

function freed(layer: Layer, inputs: unknown, options: object): unknown {
  try {
    return layer.apply(inputs, options);
  } finally {
    layer.dispose();
  }
}
