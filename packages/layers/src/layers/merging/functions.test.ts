import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Input, Model } from '../../index';
import { add, average, concatenate, dot, maximum, minimum, multiply, subtract } from './functions';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('merging functions', () => {
  test.each([
    ['add', add, [5, 1]],
    ['average', average, [2.5, 0.5]],
    ['maximum', maximum, [4, 3]],
    ['minimum', minimum, [1, -2]],
    ['multiply', multiply, [4, -6]],
    ['subtract', subtract, [-3, 5]],
  ] as const)('%s merges tensors', (_name, merge, expected) => {
    const [x, y] = [tf.tensor2d([[1, 3]]), tf.tensor2d([[4, -2]])];
    expect([...merge([x, y]).dataSync()]).toEqual(expected);
  });

  test('concatenate and dot take the options of their layers', () => {
    const [x, y] = [tf.tensor2d([[1, 3]]), tf.tensor2d([[4, -2]])];
    expect(concatenate([x, y], { axis: 0 }).arraySync()).toEqual([
      [1, 3],
      [4, -2],
    ]);
    expect(dot([x, y], { axes: 1 }).arraySync()).toEqual([[-2]]);
    expect(() => add([x, y], { axis: 1 } as never)).toThrow(/Received: `axis`/);
  });

  test('add makes a layer of a functional model', () => {
    const [a, b] = [Input({ shape: [2] }), Input({ shape: [2] })];
    const model = new Model({ inputs: [a, b], outputs: add([a, b], { name: 'sum' }) });
    expect(model.layers.map(({ name }) => name)).toContain('sum');
  });
});
